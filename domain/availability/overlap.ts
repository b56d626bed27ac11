import type { DayBlock, WeeklyHours } from './schedule.ts';

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

const inOrder = (blocks: readonly DayBlock[]): (DayBlock & { index: number })[] =>
  blocks.map((block, index) => ({ ...block, index })).sort((one, other) => one.fromMinute - other.fromMinute);

const lastUntil = (blocks: readonly DayBlock[]): number =>
  blocks.reduce((last, { untilMinute }) => Math.max(last, untilMinute), 0);
