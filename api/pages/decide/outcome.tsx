import { MessagePage } from '../components/message-page.tsx';
import { Notice } from '../components/notice.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { overWord } from '../links/problem-page.tsx';
import { canMove, type Standing } from '../links/standing.ts';
import type { RefusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';
import { outcomeWords } from './outcome-words.ts';

interface DecideOutcomeProps {
  page: DecidePage;
  standing: Exclude<Standing, 'open'>;
  refusal?: RefusalWords | undefined;
}

/** What was decided, how the meeting stands now, and the way on. */
export function DecideOutcome({ page, standing, refusal }: DecideOutcomeProps) {
  const { decision, link, proposal, token, zone, nowMs } = page;
  const words = outcomeWords(standing, link);
  const elsewhere = [link.counterpart.timezone, 'UTC'];
  const moved = proposal.startMs === link.meeting.startMs && proposal.endMs === link.meeting.endMs;
  const cancelled = link.meeting.status === 'cancelled';
  return (
    <MessagePage
      title={words.title}
      about={link.meeting.title}
      badge={words.badge}
      lead={words.lead}
      productName={link.tenantProductName}
    >
      {refusal && (
        <Notice kind="warn" title={refusal.title}>
          <p>{refusal.text}</p>
        </Notice>
      )}
      <div class={moved ? 'times' : 'times two'}>
        {!moved && <TimeCard label="Asked for" time={proposal} zone={zone.name} look="gone" />}
        <TimeCard
          label={cancelled ? 'Cancelled' : 'The meeting is'}
          time={link.meeting}
          zone={zone.name}
          look={cancelled ? 'gone' : 'new'}
          elsewhere={elsewhere}
        />
      </div>
      <ZoneForm action={`/${decision}`} zone={zone} fields={{ t: token }} />
      <div class="divided stack">
        {canMove(link, nowMs) ? (
          <>
            <h2>Does another time suit you better?</h2>
            <RenewForm token={token} zone={zone.name} quiet />
          </>
        ) : (
          <p class="muted">The meeting {overWord(link)}.</p>
        )}
      </div>
    </MessagePage>
  );
}
