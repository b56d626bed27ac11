import { isIP } from 'node:net';
import type { FeedFetched, FeedValidators } from '../../../../activities/feed/fetching.ts';
import { calendarText } from '../../../../adapters/feeds/calendar-text.ts';
import { createFeedReader, type FeedReaderOptions } from '../../../../adapters/feeds/feed-reader.ts';

export const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nEND:VCALENDAR\r\n';
export const UNKNOWN: FeedValidators = { etag: null, lastModified: null };

/** A reader that may go to loopback over http, and does not wait long. */
export const testReader = (options: Partial<FeedReaderOptions> = {}) =>
  createFeedReader({
    calendarText: (content, contentType) => Promise.resolve(calendarText(content, contentType)),
    allowHttp: true,
    allowedHosts: ['127.0.0.1'],
    hostPerMinute: 100_000,
    ownerPerMinute: 100_000,
    ...options,
    limits: { connectMs: 2_000, silenceMs: 2_000, totalMs: 10_000, ...options.limits },
  });

/** @throws Error when it is no calendar that was fetched */
export function fetched(result: FeedFetched): Extract<FeedFetched, { kind: 'fetched' }> {
  if (result.kind !== 'fetched') throw new Error(JSON.stringify(result));
  return result;
}

/** What a failure looks like as a whole, so that nothing else is in it. */
export const failed = (
  problem: string,
  httpStatus: number | null = null,
  retryAfterMs: number | null = null,
) => ({ kind: 'failed', problem, httpStatus, retryAfterMs });

/** Resolves every name to these. */
export const leadingTo =
  (...addresses: string[]) =>
  () =>
    Promise.resolve(addresses.map((address) => ({ address, family: isIP(address) })));
