import type { Instant } from '../time/instant.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How patiently an event is tried: for three days, the waits doubling up to six hours; in ms. */
export const WEBHOOK_PACE = { firstRetryMs: 5_000, longestRetryMs: 6 * HOUR_MS, giveUpMs: 3 * DAY_MS };

/** An endpoint that has taken nothing for so long is disabled when the next event is given up. */
export const DISABLED_AFTER_MS = 5 * DAY_MS;

export type DisabledReason = 'gone' | 'failing';

/** What follows from an attempt. */
export type Verdict =
  | { kind: 'delivered' }
  /** Tried again after so long. */
  | { kind: 'retry'; delayMs: number }
  /** Given up; with a reason the endpoint is disabled, too. */
  | { kind: 'failed'; disable: DisabledReason | null };

export interface Attempted {
  /** Null: no answer came. */
  httpStatus: number | null;
  atMs: Instant;
  /** When it would be tried again, and for how long it may still be tried; in ms from then. */
  delayMs: number;
  leftMs: number;
  /** Since when the endpoint has taken nothing; null: this is the first. */
  failingSinceMs: Instant | null;
}

/**
 * A status of 2xx is success, 410 says that nobody is there any more, and anything else, redirects included, is a failure
 * that is tried again (Standard Webhooks, “Considerations for the producer”).
 */
export function verdictOn({ httpStatus, atMs, delayMs, leftMs, failingSinceMs }: Attempted): Verdict {
  if (httpStatus !== null && httpStatus >= 200 && httpStatus < 300) return { kind: 'delivered' };
  if (httpStatus === 410) return { kind: 'failed', disable: 'gone' };
  if (delayMs < leftMs) return { kind: 'retry', delayMs };
  return { kind: 'failed', disable: disabledWhenGivenUp({ failingSinceMs, atMs }) };
}

/** What becomes of an endpoint whose event is given up. */
export const disabledWhenGivenUp = ({
  failingSinceMs,
  atMs,
}: Pick<Attempted, 'failingSinceMs' | 'atMs'>): DisabledReason | null =>
  failingSinceMs !== null && atMs - failingSinceMs >= DISABLED_AFTER_MS ? 'failing' : null;
