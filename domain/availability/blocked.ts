import type { TimeRange } from '../time/instant.ts';
import { intervalSetOf, type IntervalSet } from '../time/interval-set.ts';

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
export function blockedFor(taken: readonly Taken[], buffers: Buffers): IntervalSet {
  const starts = new Float64Array(taken.length);
  const ends = new Float64Array(taken.length);
  let count = 0;
  for (const one of taken) {
    if (!takesTime(one)) continue;
    const { beforeMs, afterMs } = one.keepsAway ? buffers : NO_BUFFERS;
    starts[count] = one.startMs - Math.max(one.buffers.beforeMs, afterMs);
    ends[count++] = one.endMs + Math.max(one.buffers.afterMs, beforeMs);
  }
  return intervalSetOf(starts.subarray(0, count), ends.subarray(0, count));
}

/** What is empty takes none, whatever it keeps free. */
export const takesTime = ({ startMs, endMs }: TimeRange): boolean => startMs < endMs;
