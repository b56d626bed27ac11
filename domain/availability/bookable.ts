import type { Instant, TimeRange } from '../time/instant.ts';
import { difference, intervalSet, type IntervalSet } from '../time/interval-set.ts';
import { blockedFor, type Buffers, type Taken } from './blocked.ts';
import { openings } from './openings.ts';
import type { Schedule } from './schedule.ts';
import { slotStarts, type SlotRules } from './slots.ts';

/** All that decides when a member can be booked for an event type. */
export interface Bookable<T extends Taken = Taken> {
  schedule: Schedule;
  taken: readonly T[];
  /** Of the event type. */
  buffers: Buffers;
  rules: SlotRules;
  /** In which slots may begin: from the notice on until the end of the booking window. */
  window: TimeRange;
  /** In which no slot may begin, as limits are reached (`closedBy`). */
  closed: IntervalSet;
}

/** When slots begin for one member within a range, in order. */
export function slotsOf(bookable: Bookable, range: TimeRange): Instant[] {
  const { schedule, taken, buffers, rules, window, closed } = bookable;
  const asked = {
    startMs: Math.max(range.startMs, window.startMs),
    endMs: Math.min(range.endMs, window.endMs),
  };
  if (asked.startMs >= asked.endMs) return [];
  const open = openings(schedule, { startMs: asked.startMs, endMs: asked.endMs + rules.lengthMs });
  const blocked = blockedFor(taken, buffers);
  if (closed.length === 0) return slotStarts(open, blocked, asked, rules);
  return difference(intervalSet([asked]), closed).flatMap((part) => slotStarts(open, blocked, part, rules));
}
