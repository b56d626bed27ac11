import type { Instant } from '../time/instant.ts';

/** How often a feed may be looked at, in minutes. */
export const FEED_INTERVALS = [1, 5, 10, 30, 60] as const;
export type FeedInterval = (typeof FEED_INTERVALS)[number];

const MINUTE_MS = 60_000;

/**
 * When within its interval a feed is looked at: each has its own second, or all would be fetched at the full hour.
 *
 * @returns ms
 */
export const syncOffset = (calendarId: string, everyMs: number): number =>
  Number.parseInt(calendarId.slice(0, 8), 16) % everyMs;

/** When a feed is looked at next; its Schedule may take up to a tenth of the interval longer. */
export function nextSyncAfter(calendarId: string, intervalMinutes: FeedInterval, nowMs: Instant): Instant {
  const every = intervalMinutes * MINUTE_MS;
  const offset = syncOffset(calendarId, every);
  return (Math.floor((nowMs - offset) / every) + 1) * every + offset;
}
