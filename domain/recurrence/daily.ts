import type { WallMs } from '../ical/zone.ts';
import { CYCLE_DAYS, DAY_MS, greatestCommonDivisor } from './calendar-days.ts';
import { dayLimit } from './day-parts.ts';
import { atPositions, EMPTY_PATTERN } from './pattern.ts';
import type { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesOfDay } from './times-of-day.ts';

/** FREQ=DAILY: a period is a day. */
export function dailyPeriods(rule: RecurrenceRule, start: WallMs): Periods {
  const { interval } = rule;
  const firstDay = Math.floor(start / DAY_MS);
  const limit = dayLimit(rule);
  const pattern = atPositions({ days: [0], times: timesOfDay(rule, start) }, rule.bySetPos);
  return {
    indexOf: (wall) => Math.floor((Math.floor(wall / DAY_MS) - firstDay) / interval),
    startOf: (index) => (firstDay + index * interval) * DAY_MS,
    patternOf: (index) => (limit === null || limit(firstDay + index * interval) ? pattern : EMPTY_PATTERN),
    cycle: limit === null ? 1 : CYCLE_DAYS / greatestCommonDivisor(CYCLE_DAYS, interval),
  };
}
