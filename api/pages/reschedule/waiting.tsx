import type { LinkProposal } from '../../../queries/links.ts';
import { formatMoment } from '../../../adapters/texts/times.ts';
import { MessagePage } from '../components/message-page.tsx';
import { Quote, RefusalNotice } from '../components/notice.tsx';
import { TwoTimes } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { pathTo } from '../render.tsx';
import { awaitedValues, consultedValues, zonesBeside, type RefusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';

interface WaitingProps {
  page: ReschedulePage;
  proposal: LinkProposal;
  refusal?: RefusalWords | undefined;
}

/** The reader's request is open: it can be changed or taken back. */
export function Waiting({ page, proposal, refusal }: WaitingProps) {
  const { link, token, zone, reader } = page;
  const { t } = reader;
  return (
    <MessagePage
      title={t('page.reschedule.waiting.title')}
      about={link.meeting.title}
      badge={{
        kind: 'warn',
        text: t('page.reschedule.waiting.badge', awaitedValues(link, proposal, reader)),
      }}
      lead={t('page.reschedule.waiting.lead', {
        ...consultedValues(link, proposal, reader),
        until: formatMoment(proposal.expiresMs, zone.name, reader),
      })}
      productName={link.tenantProductName}
    >
      <RefusalNotice refusal={refusal} kind="warn" />
      <TwoTimes
        now={{ time: link.meeting, look: 'plain' }}
        other={{ time: proposal, label: t('page.card.youAsked') }}
        zone={zone.name}
        elsewhere={zonesBeside(link)}
      />
      {proposal.holds && <p>{t('page.reschedule.waiting.holds')}</p>}
      <Quote text={proposal.note} by={t('page.quote.yours')} />
      <div class="actions">
        <a
          class="button quiet"
          href={pathTo('/reschedule', { r: token, edit: '1', zone: zone.name, lang: reader.chosen })}
        >
          {t('page.reschedule.waiting.change')}
        </a>
        <Form action="/reschedule" carried={{ r: token, zone: zone.name }}>
          <Button look="quiet" name="action" value="withdraw">
            {t('page.reschedule.waiting.withdraw')}
          </Button>
        </Form>
      </div>
      <div class="divided">
        <ZoneForm action="/reschedule" zone={zone} fields={{ r: token }} />
      </div>
    </MessagePage>
  );
}
