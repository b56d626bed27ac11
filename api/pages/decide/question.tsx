import { formatMoment } from '../../../adapters/texts/times.ts';
import { MessagePage } from '../components/message-page.tsx';
import { Quote, RefusalNotice } from '../components/notice.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { TwoTimes } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Button } from '../forms/button.tsx';
import { Form } from '../forms/form.tsx';
import { approvalValues, proposerValues, zonesBeside, type RefusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';

/** The old and the new time, and one button. */
export function DecideQuestion({ page, refusal }: { page: DecidePage; refusal?: RefusalWords | undefined }) {
  const { decision, link, proposal, token, zone, reader } = page;
  const { t } = reader;
  const proposer = proposerValues(link, reader);
  const title = t(`page.decide.${decision}.title`);
  return (
    <MessagePage
      title={title}
      about={link.meeting.title}
      lead={t('page.decide.lead', proposer)}
      productName={link.tenantProductName}
    >
      <RefusalNotice refusal={refusal} />
      <TwoTimes
        now={{ time: link.meeting, look: 'old' }}
        other={{ time: proposal, label: t('page.card.newTime') }}
        zone={zone.name}
        elsewhere={zonesBeside(link)}
      />
      <Quote text={proposal.note} by={t('page.quote.theirs', proposer)} />
      <Form action={`/${decision}`} class="stack" carried={{ t: token, zone: zone.name }}>
        <div class="actions">
          <Button look={decision === 'approve' ? undefined : 'danger'}>
            {t(`page.decide.${decision}.button`)}
          </Button>
        </div>
        <p class="small muted">
          {t(`page.decide.${decision}.hint`, {
            ...approvalValues(link, proposal, reader),
            until: formatMoment(proposal.expiresMs, zone.name, reader),
          })}
        </p>
      </Form>
      <div class="divided">
        <ZoneForm action={`/${decision}`} zone={zone} fields={{ t: token }} />
      </div>
      {refusal && (
        <div class="divided stack">
          <h2>{t('page.decide.suggest')}</h2>
          <RenewForm token={token} zone={zone.name} quiet />
        </div>
      )}
    </MessagePage>
  );
}
