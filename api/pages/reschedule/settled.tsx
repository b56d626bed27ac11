import type { LinkProposal } from '../../../adapters/postgres/links.ts';
import { MessagePage } from '../components/message-page.tsx';
import { Notice } from '../components/notice.tsx';
import { RenewForm } from '../components/renew-form.tsx';
import { TimeCard } from '../components/time-card.tsx';
import { ZoneForm } from '../components/zone-picker.tsx';
import { overWord } from '../links/problem-page.tsx';
import { canMove, type Standing } from '../links/standing.ts';
import { counterpartName, type RefusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';

interface SettledProps {
  page: ReschedulePage;
  proposal: LinkProposal;
  standing: Exclude<Standing, 'open'>;
  refusal?: RefusalWords | undefined;
}

const BADGES: Record<SettledProps['standing'], { kind: 'good' | 'bad' | 'warn' | ''; text: string }> = {
  approved: { kind: 'good', text: 'Approved' },
  declined: { kind: '', text: 'Declined' },
  withdrawn: { kind: '', text: 'Withdrawn' },
  replaced: { kind: '', text: 'Replaced' },
  expired: { kind: 'warn', text: 'Expired' },
  superseded: { kind: '', text: 'Already decided' },
};

/** What became of the reader's request, and the way to a new one. */
export function Settled({ page, proposal, standing, refusal }: SettledProps) {
  const { link, token, zone, nowMs } = page;
  const cancelled = link.meeting.status === 'cancelled';
  const approved = standing === 'approved';
  const elsewhere = [link.counterpart.timezone, 'UTC'];
  return (
    <MessagePage
      title={titleOf(standing, counterpartName(link))}
      about={link.meeting.title}
      badge={BADGES[standing]}
      productName={link.tenantProductName}
    >
      {refusal && (
        <Notice kind="warn" title={refusal.title}>
          <p>{refusal.text}</p>
        </Notice>
      )}
      <div class={approved ? 'times' : 'times two'}>
        {!approved && <TimeCard label="You asked for" time={proposal} zone={zone.name} look="gone" />}
        <TimeCard
          label={cancelled ? 'Cancelled' : 'The meeting is'}
          time={link.meeting}
          zone={zone.name}
          look={cancelled ? 'gone' : 'new'}
          elsewhere={elsewhere}
        />
      </div>
      <ZoneForm action="/reschedule" zone={zone} fields={{ r: token }} />
      <div class="divided stack">
        {canMove(link, nowMs) ? (
          <>
            <h2>Ask for another time</h2>
            <RenewForm token={token} zone={zone.name} quiet={approved} />
          </>
        ) : (
          <p class="muted">The meeting {overWord(link)}.</p>
        )}
      </div>
    </MessagePage>
  );
}

function titleOf(standing: SettledProps['standing'], other: string): string {
  switch (standing) {
    case 'approved':
      return 'Your new time was approved';
    case 'declined':
      return `Declined by ${other}`;
    case 'withdrawn':
      return 'You took your request back';
    case 'replaced':
      return 'You sent a newer request';
    case 'expired':
      return 'Your request has expired';
    case 'superseded':
      return 'The meeting changed in another way first';
  }
}
