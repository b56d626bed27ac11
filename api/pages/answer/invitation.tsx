import { ANSWERS, nameOfAnswer } from '../../../domain/meeting/links.ts';
import { isNeeded, mayCancel } from '../../../domain/meeting/changing.ts';
import type { Answering, Fixed } from '../../../domain/meeting/message-spec.ts';
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
  /** Why the reader can only come or not; null: they can ask for another time. */
  fixed: Fixed | null;
  /** Names this form, so that sending it twice is one answer. */
  requestKey: string;
  refusal?: RefusalWords | undefined;
}

/** What is said before somebody declines: that it ends the meeting, gives a seat back, or is told and nothing else. */
function whatADeclineDoes({ part, meeting }: AnswerPage['link'], fixed: Fixed | null) {
  if (fixed === 'seats') return 'seat';
  if (fixed === null && isNeeded(part, meeting)) return 'needed';
  return part.role === 'guest' && meeting.eventTypeId !== null ? 'noted' : null;
}

const BADGES = { ACCEPTED: 'good', TENTATIVE: 'warn', DECLINED: 'bad' } as const;

/** The invitation with one button for the answer that was chosen, and the ways to the others. */
export function Invitation({ page, asked, fixed, requestKey, refusal }: InvitationProps) {
  const { link, token, zone, reader } = page;
  const { t, chosen } = reader;
  const { answer } = link;
  const given = t('page.answer.given', { answer });
  const isDecline = asked === 'DECLINED';
  const isUnchangeable = fixed === 'never' || fixed === 'late';
  const cancels = isDecline && isNeeded(link.part, link.meeting) && !isUnchangeable;
  const does = isDecline ? whatADeclineDoes(link, fixed) : null;
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
      {fixed !== null && !isDecline && (
        <Notice kind="plain" title={t(`page.fixed.${fixed}.title`)}>
          <p>{t(`page.fixed.${fixed}.text`)}</p>
        </Notice>
      )}
      {does && (
        <Notice kind="plain" title={t(`page.answer.${does}.title`)}>
          <p>{t(`page.answer.${does}.text`)}</p>
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
          {!cancels && does !== 'seat' && <p class="small muted">{t('page.answer.hint')}</p>}
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
        {fixed === null && <RenewForm token={token} zone={zone.name} quiet />}
        {mayCancel(link.part, link.meeting) && !isUnchangeable && (
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
