import { createHash } from 'node:crypto';
import type { Dispatcher } from 'undici';
import type { FeedFetched, FeedFetchProblem, FeedReader } from '../../activities/feed/fetching.ts';
import { ReadingBusy } from '../../activities/reading-failures.ts';
import type { FeedSettings } from '../../config/index.ts';
import { createAddressGuard } from '../http/address-guard.ts';
import { discard, headerOf, pauseAskedFor } from '../http/answer.ts';
import { createGuardedAgent, type ResolveName } from '../http/guarded-agent.ts';
import { networkProblem } from '../http/network-problem.ts';
import { statusProblem } from './answer-status.ts';
import { readFeedUrl } from './feed-url.ts';
import { FetchFailure } from './fetch-failure.ts';
import { follow, refuseUntil, targetOr, type FeedLimits, type Fetching } from './follow.ts';
import { createFeedRateLimits } from './rate-limits.ts';
import { readBody } from './read-body.ts';

const LIMITS: FeedLimits = {
  connectMs: 10_000,
  silenceMs: 20_000,
  totalMs: 60_000,
  bytes: 25 * 1024 * 1024,
  redirects: 5,
};

/** A calendar's text as `calendarText` makes it, or why there is none. */
export type CalendarTextReader = (
  content: Buffer,
  contentType: string | undefined,
) => Promise<{ text: string } | FeedFetchProblem>;

export interface FeedReaderOptions extends FeedSettings {
  calendarText: CalendarTextReader;
  limits?: Partial<FeedLimits>;
  /** How names are resolved, instead of by the system. */
  resolve?: ResolveName;
  /** Who vouches for servers (PEM), instead of those that everybody trusts. */
  ca?: string;
}

/**
 * Fetches feeds over https, from public addresses and those that the operator allows. Logs nothing; what it answers, or
 * throws when a defect of ours shows or too much waits to be read, holds nothing of the address.
 */
export function createFeedReader(options: FeedReaderOptions): FeedReader & { close(): Promise<void> } {
  const limits = { ...LIMITS, ...options.limits };
  const rates = createFeedRateLimits(options);
  const guard = createAddressGuard(options.allowedHosts);
  const agent = createGuardedAgent({ guard, ...limits, resolve: options.resolve, ca: options.ca });
  return {
    async fetch(url, owner, known) {
      const signal = AbortSignal.timeout(limits.totalMs);
      const { allowHttp, calendarText } = options;
      try {
        return await fetchFeed(url, { owner, known, agent, rates, signal, limits, allowHttp, calendarText });
      } catch (error) {
        return failureOf(error, signal);
      }
    },
    close: () => agent.destroy(),
  };
}

async function fetchFeed(
  url: string,
  fetching: Fetching & Pick<FeedReaderOptions, 'calendarText'>,
): Promise<FeedFetched> {
  const { rates, owner, known, limits } = fetching;
  const target = targetOr(readFeedUrl(url, fetching));
  refuseUntil(await rates.ofOwner(owner));
  const { answer, host } = await follow(target, fetching);
  const { statusCode: httpStatus, headers } = answer;
  if (httpStatus === 304 && (known.etag !== null || known.lastModified !== null)) {
    discard(answer);
    return { kind: 'not-modified', httpStatus };
  }
  const problem = statusProblem(httpStatus);
  if (problem !== null) {
    discard(answer);
    const asked = pauseAskedFor(httpStatus, headerOf(headers, 'retry-after'), Date.now());
    const retryAfterMs = asked === null ? null : await rates.pause(host, owner, asked);
    throw new FetchFailure(problem, { httpStatus, retryAfterMs });
  }
  const content = await readBody(answer, limits.bytes);
  const calendar = await fetching.calendarText(content, headerOf(headers, 'content-type'));
  if (typeof calendar === 'string') throw new FetchFailure(calendar, { httpStatus });
  return {
    kind: 'fetched',
    httpStatus,
    validators: { etag: validatorOf(headers, 'etag'), lastModified: validatorOf(headers, 'last-modified') },
    hash: createHash('sha256').update(content).digest(),
    bytes: content.length,
    text: calendar.text,
  };
}

/** Others could not be sent back as they came. */
function validatorOf(headers: Dispatcher.ResponseData['headers'], name: string): string | null {
  const value = headerOf(headers, name) ?? '';
  return /^[\x20-\x7e]+$/.test(value) ? value : null;
}

function failureOf(error: unknown, signal: AbortSignal): FeedFetched {
  if (signal.aborted) return new FetchFailure('timeout').failed;
  if (error instanceof FetchFailure) return error.failed;
  if (error instanceof ReadingBusy) throw error;
  const problem = networkProblem(error);
  if (problem !== null) return new FetchFailure(problem).failed;
  throw withoutWords(error);
}

/** A defect of ours. Its message might quote the address; where it happened does not. */
function withoutWords(error: unknown): Error {
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const bare = new Error(`fetching a feed failed unexpectedly (${name})`);
  const frames = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  bare.stack = [bare.message, ...frames].join('\n');
  return bare;
}
