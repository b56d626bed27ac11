import type { FeedFetchProblem } from '../../activities/feed/fetching.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const DEFAULT_PAUSE_MS = 60_000;

export const isRedirect = (httpStatus: number): boolean => REDIRECTS.has(httpStatus);

/** What a status that is no success says (RFC 9110 §15); null: it is one. */
export function statusProblem(httpStatus: number): FeedFetchProblem | null {
  if (httpStatus >= 200 && httpStatus < 300) return null;
  if (httpStatus === 404 || httpStatus === 410) return 'not-found';
  if (httpStatus === 401 || httpStatus === 403) return 'not-authorised';
  return httpStatus === 429 ? 'rate-limited' : 'http-error';
}

/**
 * How long the server wants to be left alone, in ms: Retry-After in seconds or as a date (RFC 9110 §10.2.3), a minute when a
 * 429 does not say.
 *
 * @returns null: it does not ask for it
 */
export function pauseAskedFor(
  httpStatus: number,
  retryAfter: string | undefined,
  nowMs: number,
): number | null {
  if (httpStatus !== 429 && httpStatus !== 503) return null;
  const text = retryAfter?.trim() ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs;
  if (!Number.isNaN(ms)) return Math.max(ms, 0);
  return httpStatus === 429 ? DEFAULT_PAUSE_MS : null;
}
