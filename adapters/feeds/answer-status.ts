import type { FeedFetchProblem } from '../../activities/feed/fetching.ts';

/** What a status that is no success says (RFC 9110 §15); null: it is one. */
export function statusProblem(httpStatus: number): FeedFetchProblem | null {
  if (httpStatus >= 200 && httpStatus < 300) return null;
  if (httpStatus === 404 || httpStatus === 410) return 'not-found';
  if (httpStatus === 401 || httpStatus === 403) return 'not-authorised';
  return httpStatus === 429 ? 'rate-limited' : 'http-error';
}
