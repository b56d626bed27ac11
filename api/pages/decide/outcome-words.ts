import type { LinkView } from '../../../adapters/postgres/links.ts';
import type { Wording } from '../../../adapters/texts/texts.ts';
import { BADGES, type OutcomeWords } from '../links/proposal-outcome.tsx';
import { proposerValues } from '../words.ts';
import type { DecideStanding } from './standing.ts';

/** What was decided, for the person who was asked. */
export const outcomeWords = (
  standing: Exclude<DecideStanding, 'open'>,
  link: LinkView,
  reader: Wording,
): OutcomeWords => ({
  badge: {
    kind: BADGES[standing],
    text: reader.t(`page.standing.${standing === 'declinedByOther' ? 'declined' : standing}`),
  },
  title: reader.t(`page.decide.outcome.${standing}.title`),
  lead: reader.t(`page.decide.outcome.${standing}.lead`, proposerValues(link, reader)),
});
