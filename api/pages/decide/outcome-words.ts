import type { Wording } from '../../../adapters/texts/texts.ts';
import type { AskedStanding } from '../../../domain/meeting/standing.ts';
import type { LinkProposal, LinkView } from '../../../queries/links.ts';
import { BADGES, type OutcomeWords } from '../links/proposal-outcome.tsx';
import { approvalValues, proposerValues } from '../words.ts';

/** What was decided, for the person who was asked. */
export const outcomeWords = (
  standing: Exclude<AskedStanding, 'open'>,
  link: LinkView,
  proposal: LinkProposal,
  reader: Wording,
): OutcomeWords => ({
  badge: {
    kind: BADGES[standing],
    text: reader.t(`page.standing.${standing === 'declinedByOther' ? 'declined' : standing}`),
  },
  title: reader.t(`page.decide.outcome.${standing}.title`),
  lead: reader.t(`page.decide.outcome.${standing}.lead`, {
    ...proposerValues(link, reader),
    ...approvalValues(link, proposal, reader),
  }),
});
