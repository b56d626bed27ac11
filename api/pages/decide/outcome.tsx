import type { AskedStanding } from '../../../domain/meeting/standing.ts';
import { ProposalOutcome } from '../links/proposal-outcome.tsx';
import type { RefusalWords } from '../words.ts';
import type { DecidePage } from './context.ts';
import { outcomeWords } from './outcome-words.ts';

interface DecideOutcomeProps {
  page: DecidePage;
  standing: Exclude<AskedStanding, 'open'>;
  refusal?: RefusalWords | undefined;
}

/** What was decided, for the person who was asked. */
export const DecideOutcome = ({ page, standing, refusal }: DecideOutcomeProps) => (
  <ProposalOutcome
    words={outcomeWords(standing, page.link, page.proposal, page.reader)}
    refusal={refusal}
    page={page}
    proposal={page.proposal}
    askedLabel={page.reader.t('page.card.asked')}
    stillOpen={standing === 'agreed'}
    address={{ action: `/${page.decision}`, tokenField: 't' }}
    renewal={{ heading: page.reader.t('page.decide.renewal'), quiet: true }}
  />
);
