import type { LinkView } from '../../../adapters/postgres/links.ts';
import type { Translate } from '../../../adapters/texts/texts.ts';
import { BADGES, type OutcomeWords } from '../links/proposal-outcome.tsx';
import type { Standing } from '../links/standing.ts';
import { counterpartValues } from '../words.ts';

/** What was decided, for the person who was asked. */
export const outcomeWords = (
  standing: Exclude<Standing, 'open'>,
  link: LinkView,
  t: Translate,
): OutcomeWords => ({
  badge: { kind: BADGES[standing], text: t(`page.standing.${standing}`) },
  title: t(`page.decide.outcome.${standing}.title`),
  lead: t(`page.decide.outcome.${standing}.lead`, counterpartValues(link)),
});
