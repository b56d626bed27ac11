import { ProposalOutcome } from '../links/proposal-outcome.tsx';
import type { Standing } from '../links/standing.ts';
import type { RefusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';
import { outcomeWords } from './outcome-words.ts';

interface DecideOutcomeProps {
  page: DecidePage;
  standing: Exclude<Standing, 'open'>;
  refusal?: RefusalWords | undefined;
}

/** What was decided, for the person who was asked. */
export const DecideOutcome = ({ page, standing, refusal }: DecideOutcomeProps) => (
  <ProposalOutcome
    words={outcomeWords(standing, page.link)}
    refusal={refusal}
    page={page}
    proposal={page.proposal}
    askedLabel="Asked for"
    address={{ action: `/${page.decision}`, tokenField: 't' }}
    renewal={{ heading: 'Does another time suit you better?', quiet: true }}
  />
);
