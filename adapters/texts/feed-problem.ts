import type { FeedFetchProblem } from '../../activities/feed/fetching.ts';
import type { Texts, Translate } from './texts.ts';

/** Why a feed could not be fetched, and what its owner can do. @param code a `FeedFetchProblem`; anything else is told as such */
export function fetchProblemWords(code: string, texts: Pick<Texts, 'has'>, t: Translate): string {
  const key = `page.feed.problem.${code as FeedFetchProblem}` as const;
  return t(texts.has(key) ? key : 'page.feed.problem.other');
}
