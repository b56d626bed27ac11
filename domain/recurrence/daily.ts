import type { WallMs } from '../time/zone.ts';
import { CYCLE_DAYS, DAY_MS, greatestCommonDivisor } from '../time/calendar-days.ts';
import { dayLimit } from './day-parts.ts';
import { AT_ONCE, atPositions } from './pattern.ts';
import { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesOfDay } from './times-of-day.ts';

/** FREQ=DAILY: a period is a day. */
export function dailyPeriods(rule: RecurrenceRule, start: WallMs): Periods {
  const { interval } = rule;
  const limit = dayLimit(rule);
  return new Periods(
    {
      in: 'days',
      first: Math.floor(start / DAY_MS),
      step: interval,
      cycle: limit === null ? 1 : CYCLE_DAYS / greatestCommonDivisor(CYCLE_DAYS, interval),
      limit,
      alikeBy: null,
    },
    atPositions({ days: AT_ONCE, times: timesOfDay(rule, start) }, rule.bySetPos),
  );
}
