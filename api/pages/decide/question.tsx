import { formatMoment } from '../../../adapters/texts/times.ts';
import { LanguageField } from '../components/language-chooser.tsx';
import { MessagePage } from '../components/message-page.tsx';
import { Notice, Quote } from '../components/notice.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { counterpartValues, type RefusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';

/** The old and the new time, and one button. */
export function DecideQuestion({ page, refusal }: { page: DecidePage; refusal?: RefusalWords | undefined }) {
  const { decision, link, proposal, token, zone, reader } = page;
  const { t } = reader;
  const counterpart = counterpartValues(link);
  const elsewhere = [link.counterpart.timezone, 'UTC'];
  const title = t(`page.decide.${decision}.title`);
  return (
    <MessagePage
      title={title}
      about={link.meeting.title}
      lead={t('page.decide.lead', counterpart)}
      productName={link.tenantProductName}
    >
      {refusal && (
        <Notice kind="bad" title={refusal.title}>
          <p>{refusal.text}</p>
        </Notice>
      )}
      <div class="times two">
        <TimeCard
          label={t('page.card.now')}
          time={link.meeting}
          zone={zone.name}
          look="old"
          elsewhere={elsewhere}
        />
        <TimeCard
          label={t('page.card.newTime')}
          time={proposal}
          zone={zone.name}
          look="new"
          elsewhere={elsewhere}
        />
      </div>
      <Quote text={proposal.note} by={t('page.quote.theirs', counterpart)} />
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
