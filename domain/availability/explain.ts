import type { Instant, TimeRange } from '../time/instant.ts';
import { dayAt } from '../time/wall.ts';
import { blockedFor, takesTime, type Taken } from './blocked.ts';
import type { Bookable } from './bookable.ts';
import { openings } from './openings.ts';
import { daysOf, journeyOn, type DayRule, type Schedule } from './schedule.ts';
import { slotStarts } from './slots.ts';

/** Why a time is not offered. */
export type Reason<T extends Taken = Taken> =
  /** It is over, or comes sooner than the notice that is asked for. */
  | { code: 'too-soon'; from: Instant }
  | { code: 'too-far'; until: Instant }
  /** It is not within what the day has; `rule` says what has decided about the day. `journey`: on whose clocks; null: at home. */
  | { code: 'outside-hours'; rule: DayRule; journey: string | null }
  /** It is within the hours, and slots begin at other times. */
  | { code: 'not-on-a-step' }
  | { code: 'busy'; by: T }
  /** It is free itself, and too near to this. */
  | { code: 'buffer'; by: T }
  | { code: 'limit' };

/** Why no slot of an event type begins at an instant for a member; null: one does. It agrees with `slotsOf`. */
export function explain<T extends Taken>(bookable: Bookable<T>, at: Instant): Reason<T> | null {
  const { schedule, window, taken, buffers, rules, closed } = bookable;
  if (at < window.startMs) return { code: 'too-soon', from: window.startMs };
  if (at >= window.endMs) return { code: 'too-far', until: window.endMs };
  const slot = { startMs: at, endMs: at + rules.lengthMs };
  const here = { startMs: at, endMs: at + 1 };
  const open = openings(schedule, slot);
  if (slotStarts(open, [], here, { ...rules, stepMs: 1 }).length === 0) return outside(schedule, at);
  if (slotStarts(open, [], here, rules).length === 0) return { code: 'not-on-a-step' };
  const overlaps = ({ startMs, endMs }: TimeRange) => startMs < slot.endMs && endMs > slot.startMs;
  const busy = taken.find((one) => takesTime(one) && overlaps(one));
  if (busy) return { code: 'busy', by: busy };
  const near = taken.find((one) => blockedFor([one], buffers).some(overlaps));
  if (near) return { code: 'buffer', by: near };
  return isWithin(closed, at) ? { code: 'limit' } : null;
}

function outside(schedule: Schedule, at: Instant): Reason<never> {
  const day = dayAt(schedule.zone, at);
  return { code: 'outside-hours', rule: daysOf(schedule)(day).rule, journey: journeyOn(schedule, day) };
}

const isWithin = (set: readonly TimeRange[], at: Instant): boolean =>
  set.some(({ startMs, endMs }) => startMs <= at && at < endMs);
