import type { LinkProposal } from '../../../adapters/postgres/links.ts';
import { ProposalOutcome, type OutcomeWords } from '../links/proposal-outcome.tsx';
import type { Standing } from '../links/standing.ts';
import { counterpartName, type RefusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';

interface SettledProps {
  page: ReschedulePage;
  proposal: LinkProposal;
  standing: Exclude<Standing, 'open'>;
  refusal?: RefusalWords | undefined;
}

const BADGES: Record<SettledProps['standing'], OutcomeWords['badge']> = {
  approved: { kind: 'good', text: 'Approved' },
  declined: { kind: '', text: 'Declined' },
  withdrawn: { kind: '', text: 'Withdrawn' },
  replaced: { kind: '', text: 'Replaced' },
  expired: { kind: 'warn', text: 'Expired' },
  superseded: { kind: '', text: 'Already decided' },
};

/** What became of the reader's request, and the way to a new one. */
export const Settled = ({ page, proposal, standing, refusal }: SettledProps) => (
  <ProposalOutcome
    words={{ badge: BADGES[standing], title: titleOf(standing, counterpartName(page.link)) }}
    refusal={refusal}
    page={page}
    proposal={proposal}
    askedLabel="You asked for"
    address={{ action: '/reschedule', tokenField: 'r' }}
    renewal={{ heading: 'Ask for another time', quiet: standing === 'approved' }}
  />
);

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
