import { request, type Agent, type Dispatcher } from 'undici';
import type { FeedValidators } from '../../activities/feed/fetching.ts';
import { version } from '../../config/index.ts';
import { discard, headerOf, isRedirect } from '../http/answer.ts';
import { redirectedFrom, type FeedTarget, type FeedUrlProblem } from './feed-url.ts';
import { FetchFailure } from './fetch-failure.ts';
import type { FeedRateLimits } from './rate-limits.ts';
import { CODINGS } from './read-body.ts';

export interface FeedLimits {
  /** Until the connection stands, with TLS. */
  connectMs: number;
  /** Of silence, before and within the answer. */
  silenceMs: number;
  /** Of the whole fetch, redirects included. */
  totalMs: number;
  /** Of the body, as it is sent and without its content coding. */
  bytes: number;
  redirects: number;
}

/** What every part of one fetch needs. */
export interface Fetching {
  owner: string;
  known: FeedValidators;
  agent: Agent;
  rates: FeedRateLimits;
  signal: AbortSignal;
  limits: FeedLimits;
  allowHttp: boolean;
}

/**
 * Asks for a feed, and follows redirects by hand: each is judged as an address of its own.
 *
 * @returns the answer that is no redirect, its body unread, and the host that gave it
 * @throws FetchFailure, or what the network threw
 */
export async function follow(
  first: FeedTarget,
  fetching: Fetching,
): Promise<{ answer: Dispatcher.ResponseData; host: string }> {
  let target = first;
  for (let redirects = 0; ; redirects++) {
    const host = target.url.host;
    refuseUntil(await fetching.rates.ofHost(host, fetching.owner));
    const answer = await ask(target, fetching);
    const { statusCode: httpStatus, headers } = answer;
    if (!isRedirect(httpStatus)) return { answer, host };
    discard(answer);
    const location = headerOf(headers, 'location');
    if (location === undefined) throw new FetchFailure('http-error', { httpStatus });
    if (redirects === fetching.limits.redirects) throw new FetchFailure('too-many-redirects', { httpStatus });
    target = targetOr(redirectedFrom(target, location, fetching), httpStatus);
  }
}

function ask({ url, authorization }: FeedTarget, { agent, known, signal }: Fetching) {
  return request(url, {
    dispatcher: agent,
    signal,
    headers: {
      accept: 'text/calendar, */*;q=0.5',
      'accept-encoding': CODINGS,
      'user-agent': `Parley/${version}`,
      ...(authorization !== null && { authorization }),
      ...(known.etag !== null && { 'if-none-match': known.etag }),
      ...(known.lastModified !== null && { 'if-modified-since': known.lastModified }),
    },
  });
}

export function targetOr(read: FeedTarget | FeedUrlProblem, httpStatus?: number): FeedTarget {
  if (typeof read !== 'string') return read;
  throw new FetchFailure(read, httpStatus === undefined ? {} : { httpStatus });
}

export function refuseUntil(retryAfterMs: number): void {
  if (retryAfterMs > 0) throw new FetchFailure('rate-limited', { retryAfterMs });
}
