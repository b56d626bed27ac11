import { Notice, Quote } from '../components/notice.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { Layout } from '../layout.tsx';
import { formatMoment } from '../time/format.ts';
import { atStart, counterpartName, type RefusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';

const BUTTONS = { approve: 'Approve new time', decline: 'Decline new time' } as const;

/** The old and the new time, and one button. */
export function DecideQuestion({ page, refusal }: { page: DecidePage; refusal?: RefusalWords | undefined }) {
  const { decision, link, proposal, token, zone } = page;
  const other = counterpartName(link);
  const elsewhere = [link.counterpart.timezone, 'UTC'];
  const title = decision === 'approve' ? 'Approve the new time?' : 'Decline the new time?';
  return (
    <Layout title={title} productName={link.tenantProductName}>
      <div class="sheet stack-l">
        <div class="heading">
          <p class="eyebrow">{link.meeting.title}</p>
          <h1>{title}</h1>
          <p class="lead">{atStart(other)} asks to meet at another time.</p>
        </div>
        {refusal && (
          <Notice kind="bad" title={refusal.title}>
            <p>{refusal.text}</p>
          </Notice>
        )}
        <div class="times two">
          <TimeCard label="Now" time={link.meeting} zone={zone.name} look="old" elsewhere={elsewhere} />
          <TimeCard label="New time" time={proposal} zone={zone.name} look="new" elsewhere={elsewhere} />
        </div>
        <Quote text={proposal.note} by={`${atStart(other)} writes`} />
        <form method="post" action={`/${decision}`} class="stack">
          <input type="hidden" name="t" value={token} />
          <input type="hidden" name="zone" value={zone.name} />
          <div class="actions">
            <button class={decision === 'approve' ? 'button' : 'button danger'} type="submit">
              {BUTTONS[decision]}
            </button>
          </div>
          <p class="small muted">
            {decision === 'approve'
              ? 'Both calendars are updated, and both of you are asked to answer again.'
              : 'The meeting stays where it is.'}{' '}
            You can decide until {formatMoment(proposal.expiresMs, zone.name)}.
          </p>
        </form>
        <div class="divided">
          <ZoneForm action={`/${decision}`} zone={zone} fields={{ t: token }} />
        </div>
        {refusal && (
          <div class="divided stack">
            <h2>Suggest a different time</h2>
            <RenewForm token={token} zone={zone.name} quiet />
          </div>
        )}
      </div>
    </Layout>
  );
}
