import type { Bookable } from '../../../domain/availability/bookable.ts';
import type { DayBlock, Schedule } from '../../../domain/availability/schedule.ts';
import type { Instant, TimeRange } from '../../../domain/time/instant.ts';

/** The rules said again, slowly and plainly: minute by minute, with the clocks of Intl alone. */

const MINUTE = 60_000;
const DAY = 86_400_000;

export interface Place {
  timeZone: string;
}

const clocks = new Map<string, (instant: Instant) => number>();

/** What clocks show, by Intl, as `Date.UTC` counts it; each minute is asked for once. */
export function shownIn(timeZone: string): (instant: Instant) => number {
  const known = clocks.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const kept = new Map<Instant, number>();
  const shown = (instant: Instant): number => {
    const before = kept.get(instant);
    if (before !== undefined) return before;
    const [, day, month, year, hour, minute, second] = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/
      .exec(format.format(instant))!
      .map(Number);
    const wall = Date.UTC(year!, month! - 1, day, hour, minute, second);
    kept.set(instant, wall);
    return wall;
  };
  clocks.set(timeZone, shown);
  return shown;
}

/** The first minute at which clocks show a time, or one that is later on the same or a later day. */
function firstShown(shown: (instant: Instant) => number, wall: number): Instant {
  let at = wall - 26 * 60 * MINUTE;
  while (shown(at) < wall) at += MINUTE;
  return at;
}

const blocksOn = (schedule: Schedule, day: number): readonly DayBlock[] => {
  const on = (overrides: Schedule['typeOverrides']) => overrides.find((one) => one.day === day);
  const override = on(schedule.typeOverrides) ?? on(schedule.memberOverrides);
  if (override) return override.blocks;
  const weekday = new Date(day * DAY).getUTCDay();
  const isIn = ({ firstDay, lastDay }: { firstDay: number; lastDay: number }) =>
    firstDay <= day && day <= lastDay;
  const extra = schedule.temporary
    .filter((one) => isIn(one) && (one.weekdays === null || one.weekdays.includes(weekday)))
    .flatMap(({ blocks }) => blocks);
  return schedule.away.some(isIn) ? extra : [...schedule.weekly[weekday]!, ...extra];
};

/** The blocks of the days around a range, as instants. */
export function blocksAround(
  schedule: Schedule,
  timeZone: string,
  { startMs, endMs }: TimeRange,
): TimeRange[] {
  const shown = shownIn(timeZone);
  const blocks: TimeRange[] = [];
  for (let day = Math.floor(startMs / DAY) - 3; day <= Math.floor(endMs / DAY) + 3; day++)
    for (const { fromMinute, untilMinute } of blocksOn(schedule, day))
      blocks.push({
        startMs: firstShown(shown, day * DAY + fromMinute * MINUTE),
        endMs: firstShown(shown, day * DAY + untilMinute * MINUTE),
      });
  return blocks.filter((block) => block.startMs < block.endMs);
}

/** Every slot that keeps all the rules, found by trying every minute. */
export function slowSlots(bookable: Bookable, timeZone: string, range: TimeRange): Instant[] {
  const { schedule, taken, buffers, rules, window, closed } = bookable;
  const blocks = blocksAround(schedule, timeZone, { ...range, endMs: range.endMs + rules.lengthMs });
  const isIn = (times: readonly TimeRange[], at: Instant) =>
    times.some(({ startMs, endMs }) => startMs <= at && at < endMs);
  /** Until when all minutes from one on are in blocks. */
  const openUntil = (at: Instant): Instant => {
    let end = at;
    for (let block; (block = blocks.find(({ startMs, endMs }) => startMs <= end && end < endMs));)
      end = block.endMs;
    return end;
  };
  const slots: Instant[] = [];
  for (let at = range.startMs; at < range.endMs; at += MINUTE) {
    if (at < window.startMs || at >= window.endMs || isIn(closed, at)) continue;
    const isOnStep = blocks.some(
      ({ startMs, endMs }) => startMs <= at && at < endMs && (at - startMs) % rules.stepMs === 0,
    );
    if (!isOnStep) continue;
    const end = at + rules.lengthMs;
    const isApart = taken.every((one) => {
      const own = one.keepsAway ? buffers : { beforeMs: 0, afterMs: 0 };
      const gapBefore = Math.max(own.beforeMs, one.buffers.afterMs);
      const gapAfter = Math.max(own.afterMs, one.buffers.beforeMs);
      return one.startMs >= one.endMs || one.endMs + gapBefore <= at || end + gapAfter <= one.startMs;
    });
    if (openUntil(at) >= end && isApart) slots.push(at);
  }
  return slots;
}
