import type { TimeRange } from '../time/instant.ts';
import { intervalSet, type IntervalSet } from '../time/interval-set.ts';

/** Time to keep free around a meeting, in ms. */
export interface Buffers {
  beforeMs: number;
  afterMs: number;
}

export const NO_BUFFERS: Buffers = { beforeMs: 0, afterMs: 0 };

/** Time that is taken, with what it keeps free itself; what comes from other calendars keeps nothing. */
export interface Taken extends TimeRange {
  buffers: Buffers;
  /** Of the slot's buffers whether they count against it. */
  keepsAway: boolean;
}

/**
 * Where no slot may be, so that between two bookings the larger of the buffers that touch is kept, not their sum.
 *
 * @param buffers of the slot
 */
export const blockedFor = (taken: readonly Taken[], buffers: Buffers): IntervalSet =>
  intervalSet(
    taken.filter(takesTime).map(({ startMs, endMs, buffers: own, keepsAway }) => {
      const { beforeMs, afterMs } = keepsAway ? buffers : NO_BUFFERS;
      return {
        startMs: startMs - Math.max(own.beforeMs, afterMs),
        endMs: endMs + Math.max(own.afterMs, beforeMs),
      };
    }),
  );

/** What is empty takes none, whatever it keeps free. */
export const takesTime = ({ startMs, endMs }: TimeRange): boolean => startMs < endMs;
