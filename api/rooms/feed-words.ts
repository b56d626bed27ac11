import type { EventProblem } from '../../queries/rooms.ts';
import { fetchProblemWords } from '../../adapters/texts/feed-problem.ts';
import type { Texts, Translate } from '../../adapters/texts/texts.ts';

export { fetchProblemWords } from '../../adapters/texts/feed-problem.ts';

type Has = Pick<Texts, 'has'>;

/** What came of a sync, in words; null when there was none. */
export function outcomeWords(
  { result, problem }: { result: string | null; problem: string | null },
  texts: Has,
  t: Translate,
): string | null {
  switch (result) {
    case null:
      return null;
    case 'changed':
    case 'unchanged':
    case 'withheld':
      return t(`page.feed.result.${result}`);
    case 'failed':
      return t('page.feed.result.failed', { problem: fetchProblemWords(problem ?? 'other', texts, t) });
    default:
      return t('page.feed.result.other');
  }
}

/** What was wrong with an event, without quoting it. */
export const eventProblemWords = ({ code }: Pick<EventProblem, 'code'>, t: Translate): string =>
  t(`page.feed.event.${groupOf(code)}`);

function groupOf(code: string) {
  switch (code) {
    case 'calendar-too-large':
    case 'too-many-components':
      return 'large';
    case 'no-calendar':
    case 'line-unreadable':
    case 'component-unbalanced':
    case 'component-unreadable':
      return 'file';
    case 'event-unreadable':
    case 'uid-missing':
      return 'event';
    case 'uid-repeated':
    case 'older-version':
      return 'repeated';
    case 'time-unreadable':
    case 'start-missing':
    case 'date-unreadable':
      return 'time';
    case 'zone-unknown':
      return 'zone';
    case 'timezone-unreadable':
    case 'timezone-differs':
      return 'definition';
    case 'calendar-missing':
    case 'timezone-mended':
    case 'rule-mended':
    case 'value-mended':
      return 'mended';
    case 'end-before-start':
      return 'end';
    case 'end-unreadable':
      return 'length';
    case 'rscale-unsupported':
      return 'system';
    case 'too-many-instances':
    case 'too-many-rules':
      return 'instances';
    default:
      return code.startsWith('rule-') ? 'rule' : 'other';
  }
}
