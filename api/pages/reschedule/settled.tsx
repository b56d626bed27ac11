import type { Standing } from '../../../domain/meeting/standing.ts';
import type { LinkProposal } from '../../../queries/links.ts';
import { BADGES, ProposalOutcome } from '../links/proposal-outcome.tsx';
import { awaitedValues, type RefusalWords } from '../words.ts';
import type { ReschedulePage } from './context.ts';

interface SettledProps {
  page: ReschedulePage;
  proposal: LinkProposal;
  standing: Exclude<Standing, 'open'>;
  refusal?: RefusalWords | undefined;
}

/** What became of the reader's request, and the way to a new one. */
export function Settled({ page, proposal, standing, refusal }: SettledProps) {
  const { t } = page.reader;
  const words = {
    badge: { kind: BADGES[standing], text: t(`page.standing.${standing}`) },
    title: t(`page.reschedule.outcome.${standing}`, awaitedValues(page.link, proposal, page.reader)),
  };
  return (
    <ProposalOutcome
      words={words}
      refusal={refusal}
      page={page}
      proposal={proposal}
      askedLabel={t('page.card.youAsked')}
      address={{ action: '/reschedule', tokenField: 'r' }}
      renewal={{ heading: t('page.reschedule.renewal'), quiet: standing === 'approved' }}
    />
  );
}
