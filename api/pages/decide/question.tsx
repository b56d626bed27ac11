import { formatMoment } from '../../../adapters/texts/times.ts';
import { LanguageField } from '../components/language-chooser.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Quote, RefusalNotice } from '../components/notice.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { TwoTimes } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
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
      <form method="post" action={`/${decision}`} class="stack">
        <input type="hidden" name="t" value={token} />
        <input type="hidden" name="zone" value={zone.name} />
        <LanguageField />
        <div class="actions">
          <button class={decision === 'approve' ? 'button' : 'button danger'} type="submit">
            {t(`page.decide.${decision}.button`)}
          </button>
        </div>
        <p class="small muted">
          {t(`page.decide.${decision}.hint`, {
            ...approvalValues(link, proposal, reader),
            until: formatMoment(proposal.expiresMs, zone.name, reader),
          })}
        </p>
      </form>
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
