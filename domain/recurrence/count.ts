import type { WallMs } from '../time/zone.ts';
import { CYCLE_DAYS, LAST_WALL } from '../time/calendar-days.ts';
import { offsetAt, patternHas, sizeBefore, sizeOf } from './pattern.ts';
import type { Periods } from './periods.ts';
import type { Work } from './work.ts';

/**
 * Two cycles of days. Only steps below a day that no day is a multiple of (every 7 hours on Mondays) have a longer
 * cycle; they end after this many days, which are a thousand years, whatever their count.
 */
const MOST_PERIODS = 2 * CYCLE_DAYS + 100_000;

/**
 * When the last of `count` instances is. DTSTART is the first, also where the rule does not name it
 * (RFC 5545 §3.3.10). The numbers of whole cycles are multiplied, so that no more than two cycles are ever added up,
 * however large the count.
 *
 * @returns Infinity when it is never reached; DTSTART when there is no work left to find it
 */
export function lastOfCount(periods: Periods, start: WallMs, count: number, work: Work): WallMs {
  const fromPeriod = start - periods.startOf(0);
  const first = periods.patternOf(0);
  const beside = patternHas(first, fromPeriod) ? 0 : 1;
  if (count <= beside) return start;
  // From here on the instances of the first period count from its beginning.
  let left = count - beside + sizeBefore(first, fromPeriod);
  if (periods.cycle === 1) {
    const size = sizeOf(first);
    return size === 0 ? Infinity : nth(periods, Math.floor((left - 1) / size), ((left - 1) % size) + 1);
  }
  let inCycle = 0;
  for (let index = 0; index < periods.cycle; index++) {
    if ((work.left -= periods.patternWork) <= 0) return start;
    const size = sizeOf(periods.patternOf(index));
    if (left <= size) return nth(periods, index, left);
    if (periods.startOf(index) > LAST_WALL) return Infinity;
    if (index > MOST_PERIODS) return periods.startOf(index);
    left -= size;
    inCycle += size;
  }
  if (inCycle === 0) return Infinity;
  const cycles = Math.floor((left - 1) / inCycle);
  left -= cycles * inCycle;
  for (let index = periods.cycle * (1 + cycles); periods.startOf(index) <= LAST_WALL; index++) {
    if ((work.left -= periods.patternWork) <= 0) return start;
    const size = sizeOf(periods.patternOf(index));
    if (left <= size) return nth(periods, index, left);
    left -= size;
  }
  return Infinity;
}

const nth = (periods: Periods, index: number, position: number): WallMs =>
  periods.startOf(index) + offsetAt(periods.patternOf(index), position - 1);
