import type { WallMs } from '../time/zone.ts';
import {
  CYCLE_MONTHS,
  DAY_MS,
  daysIn,
  firstDayOf,
  greatestCommonDivisor,
  mod,
  monthOf,
  weekdayOf,
} from '../time/calendar-days.ts';
import { daysOfMonth } from './day-parts.ts';
import { atPositions, inMs } from './pattern.ts';
import { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesOfDay } from './times-of-day.ts';

/** FREQ=MONTHLY: a period is a month. What it holds follows from its length and its first weekday. */
export function monthlyPeriods(rule: RecurrenceRule, start: WallMs): Periods {
  const { interval, byMonth } = rule;
  const startDay = Math.floor(start / DAY_MS);
  const firstMonth = monthOf(startDay);
  const times = timesOfDay(rule, start);
  const parts =
    rule.byMonthDay.length + rule.byDay.length > 0
      ? rule
      : { byDay: [], byMonthDay: [startDay - firstDayOf(firstMonth) + 1] };
  return new Periods(
    {
      in: 'months',
      first: firstMonth,
      step: interval,
      cycle: CYCLE_MONTHS / greatestCommonDivisor(CYCLE_MONTHS, interval),
      limit: byMonth.length === 0 ? null : (month) => byMonth.includes(mod(month, 12) + 1),
      alikeBy: 'month',
    },
    (month) =>
      atPositions(
        { days: inMs(daysOfMonth(parts, daysIn(month), weekdayOf(firstDayOf(month)))), times },
        rule.bySetPos,
      ),
  );
}
