import { weekdayOf, type DayNumber } from '../time/calendar-days.ts';
import type { DayBlock, TemporaryHours, WeeklyHours } from './schedule.ts';

export const DAY_MINUTES = 1_440;

/** Where a block begins before one that began earlier has ended: by the day, then by its place among the blocks of that day. */
export interface Overlap {
  weekday: number;
  index: number;
}

/**
 * The first block that begins within another one, also within what the day before has beyond midnight; the week goes round.
 * Blocks may touch. Takes time like sorting them.
 *
 * @returns null: there is none
 */
export function overlapIn(weekly: WeeklyHours): Overlap | null {
  const days = weekly.map(inOrder);
  // From the last day on, for what reaches over into the first.
  let until = lastUntil(days.at(-1) ?? []) - DAY_MINUTES;
  for (const [weekday, blocks] of days.entries()) {
    for (const { index, fromMinute, untilMinute } of blocks) {
      if (fromMinute < until) return { weekday, index };
      until = Math.max(until, untilMinute);
    }
    until -= DAY_MINUTES;
  }
  return null;
}

/** The place of the first block of one day that begins within another one of it. @returns null: there is none */
export const overlapInDay = (blocks: readonly DayBlock[]): number | null =>
  overlapIn([blocks, [], []])?.index ?? null;

/** Whether what one day has goes on, beyond midnight, in what the day after it has. */
export const reachesInto = (before: readonly DayBlock[], after: readonly DayBlock[]): boolean =>
  after.some(({ fromMinute }) => fromMinute < lastUntil(before) - DAY_MINUTES);

/** After so many days all that two entries may do to each other within a week, and at its borders, has been seen. */
const SEEN_DAYS = 9;

/** Whether both add one minute to somebody's hours, also beyond midnight. */
export function meet(one: TemporaryHours, other: TemporaryHours): boolean {
  const from = Math.max(one.firstDay - 1, other.firstDay);
  const to = Math.min(one.lastDay + 1, other.lastDay, from + SEEN_DAYS);
  for (let day = from; day <= to; day++) {
    const theirs = blocksOn(other, day);
    for (const shift of theirs.length > 0 ? [-1, 0, 1] : [])
      if (shareMinute(blocksOn(one, day + shift), theirs, shift * DAY_MINUTES)) return true;
  }
  return false;
}

/** Whether any day of them has their blocks. */
export function occurs(hours: TemporaryHours): boolean {
  const lastDay = Math.min(hours.lastDay, hours.firstDay + 6);
  for (let day = hours.firstDay; day <= lastDay; day++) if (blocksOn(hours, day).length > 0) return true;
  return false;
}

function blocksOn(
  { firstDay, lastDay, weekdays, blocks }: TemporaryHours,
  day: DayNumber,
): readonly DayBlock[] {
  const isIn = day >= firstDay && day <= lastDay && (weekdays?.includes(weekdayOf(day)) ?? true);
  return isIn ? blocks : [];
}

/** @param shift of the first ones against the others, in minutes */
const shareMinute = (some: readonly DayBlock[], others: readonly DayBlock[], shift: number): boolean =>
  some.some((one) =>
    others.some(
      (other) => one.fromMinute + shift < other.untilMinute && other.fromMinute < one.untilMinute + shift,
    ),
  );

const inOrder = (blocks: readonly DayBlock[]): (DayBlock & { index: number })[] =>
  blocks.map((block, index) => ({ ...block, index })).sort((one, other) => one.fromMinute - other.fromMinute);

const lastUntil = (blocks: readonly DayBlock[]): number =>
  blocks.reduce((last, { untilMinute }) => Math.max(last, untilMinute), 0);
