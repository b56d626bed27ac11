import { DAY_MS, LAST_WALL } from '../time/calendar-days.ts';
import type { TimeRange } from '../time/instant.ts';
import { endOf } from './event-time.ts';
import type { RecurrenceSet } from './set.ts';

/** By which a change of the clock may put one before the other, and days may be longer. */
const SLACK_MS = 2 * DAY_MS;

/**
 * A span in which all instances of a set lie: that of single ones exactly, that of rules with some days around it. Its end is
 * Infinity where a rule goes on for ever. Nothing is expanded.
 *
 * @returns null: it has none
 */
export function spanOfSet({ clock, rules, dates, stretches, overrides }: RecurrenceSet): TimeRange | null {
  let [from, until] = [Infinity, -Infinity];
  const take = (startMs: number, endMs: number) => {
    from = Math.min(from, startMs);
    until = Math.max(until, startMs, endMs);
  };
  for (const { fromId, untilId, shift, duration } of stretches) {
    for (const { id, wall, duration: own } of dates) {
      if (id < fromId || id >= untilId) continue;
      const startMs = shift === 0 ? id : wall + shift - clock.offsetOfWall(wall + shift);
      take(startMs, endOf(wall + shift, startMs, own ?? duration, clock));
    }
    for (const { start, last, until: untilMs } of rules) {
      if (last < start) continue;
      const first = Math.max(start - clock.offsetOfWall(start), fromId);
      const isEndless = last >= LAST_WALL && untilMs === Infinity && untilId === Infinity;
      const end = isEndless ? Infinity : Math.min(last - clock.offsetOfWall(last), untilMs, untilId);
      if (end < first - SLACK_MS) continue;
      const lengthMs = duration.ms + duration.days * DAY_MS;
      take(first + shift - SLACK_MS, end + shift + Math.max(0, lengthMs) + SLACK_MS);
    }
  }
  for (const { startMs, endMs } of overrides) take(startMs, endMs);
  return from === Infinity ? null : { startMs: from, endMs: until };
}
