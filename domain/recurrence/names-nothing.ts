import { LAST_WALL } from '../time/calendar-days.ts';
import type { EventTime } from './event-time.ts';
import { EMPTY_PATTERN, sizeBefore, sizeOf } from './pattern.ts';
import type { RecurrenceRule } from './rule.ts';
import { ruleWalls } from './rule-walls.ts';
import type { Work } from './work.ts';

/**
 * Whether a rule names no time at all from its DTSTART on, whatever its COUNT and UNTIL, as the 30th of February. One cycle of the
 * calendar is looked through, which tells of all others.
 *
 * @param work what it may cost; without any left, the answer is no
 */
export function namesNothing(rule: RecurrenceRule, { wall, allDay }: EventTime, work: Work): boolean {
  const endless = { ...rule, count: null, until: null };
  const { periods, startIsBeside } = ruleWalls(endless, wall, allDay, work);
  if (!startIsBeside) return false;
  for (let index = 0; index <= periods.cycle; index++) {
    const base = periods.startOf(index);
    if (base > LAST_WALL) return true;
    const pattern = periods.patternOf(index);
    work.left -= pattern === EMPTY_PATTERN ? 1 : periods.patternWork;
    if (work.left <= 0) return false;
    if (sizeOf(pattern) > (index === 0 ? sizeBefore(pattern, wall - base) : 0)) return false;
  }
  return true;
}
