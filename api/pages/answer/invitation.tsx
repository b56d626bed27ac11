import { ANSWERS, nameOfAnswer } from '../../../domain/meeting/links.ts';
import { isNeeded, mayCancel } from '../../../domain/meeting/cancelling.ts';
import type { Answering } from '../../../domain/meeting/message-spec.ts';
import { MessagePage } from '../components/message-page.tsx';
import { Notice, RefusalNotice } from '../components/notice.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { OneTime } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { pathTo } from '../render.tsx';
import { everybodyElse, zonesBeside, type RefusalWords } from '../words.ts';
import type { AnswerPage } from './asked.ts';

interface InvitationProps {
  page: AnswerPage;
  /** What the button says; null: nothing is asked, and the page tells how its reader stands. */
  asked: Answering | null;
  /** Names this form, so that sending it twice is one answer. */
  requestKey: string;
  refusal?: RefusalWords | undefined;
}

const BADGES = { ACCEPTED: 'good', TENTATIVE: 'warn', DECLINED: 'bad' } as const;

/** The invitation with one button for the answer that was chosen, and the ways to the others. */
export function Invitation({ page, asked, requestKey, refusal }: InvitationProps) {
  const { link, token, zone, reader } = page;
  const { t, chosen } = reader;
  const { answer } = link;
  const given = t('page.answer.given', { answer });
  const isDecline = asked === 'DECLINED';
  const cancels = isDecline && isNeeded(link.part, link.meeting);
  return (
    <MessagePage
      title={asked === null ? given : t('page.answer.title', { answer: asked })}
      about={link.meeting.title}
      badge={asked !== null && answer !== 'NEEDS-ACTION' ? { kind: BADGES[answer], text: given } : undefined}
      lead={t('page.answer.lead', everybodyElse(link, reader))}
      productName={link.tenantProductName}
    >
      <RefusalNotice refusal={refusal} />
      <OneTime
        label={t('page.card.meeting')}
        time={link.meeting}
        zone={zone.name}
        look="new"
        elsewhere={zonesBeside(link)}
      />
      {cancels && (
        <Notice kind="plain" title={t('page.answer.needed.title')}>
          <p>{t('page.answer.needed.text')}</p>
        </Notice>
      )}
      {asked !== null && (
        <Form
          action="/answer"
          class="stack"
          carried={{
            t: token,
            as: nameOfAnswer(asked),
            sequence: String(link.meeting.sequence),
            key: requestKey,
            zone: zone.name,
          }}
        >
          <div class="actions">
            <Button look={isDecline ? 'danger' : undefined}>
              {t('page.answer.button', { answer: asked })}
            </Button>
          </div>
          {!cancels && <p class="small muted">{t('page.answer.hint')}</p>}
        </Form>
      )}
      <div class="divided stack">
        <h2>
          {t('page.answer.otherwise', { answered: (asked ?? answer) === 'NEEDS-ACTION' ? 'no' : 'yes' })}
        </h2>
        <p class="actions">
          {ANSWERS.filter((one) => one !== (asked ?? answer)).map((one) => (
            <a
              class="button quiet"
              href={pathTo('/answer', { t: token, as: nameOfAnswer(one), zone: zone.name, lang: chosen })}
            >
              {t('page.answer.button', { answer: one })}
            </a>
          ))}
        </p>
        <RenewForm token={token} zone={zone.name} quiet />
        {mayCancel(link.part, link.meeting) && (
          <p>
            <a href={pathTo('/answer/cancel', { t: token, zone: zone.name, lang: chosen })}>
              {t('page.answer.cancel.link')}
            </a>
          </p>
        )}
      </div>
      <ZoneForm
        action="/answer"
        zone={zone}
        fields={{ t: token, ...(asked !== null && { as: nameOfAnswer(asked) }) }}
      />
    </MessagePage>
  );
}
