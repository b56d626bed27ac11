import type { WallMs } from '../ical/zone.ts';
import {
  CYCLE_MONTHS,
  DAY_MS,
  daysIn,
  firstDayOf,
  greatestCommonDivisor,
  mod,
  monthOf,
  weekdayOf,
  type MonthNumber,
} from './calendar-days.ts';
import { daysOfMonth } from './day-parts.ts';
import { atPositions, EMPTY_PATTERN, inMs, type Pattern } from './pattern.ts';
import { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesOfDay } from './times-of-day.ts';

/**
 * FREQ=MONTHLY: a period is a month. What a month holds follows from its length and its first weekday, so that there
 * are 28 patterns and each is worked out once.
 */
export function monthlyPeriods(rule: RecurrenceRule, start: WallMs): Periods {
  const { interval, byMonth } = rule;
  const startDay = Math.floor(start / DAY_MS);
  const firstMonth = monthOf(startDay);
  const times = timesOfDay(rule, start);
  const parts =
    rule.byMonthDay.length + rule.byDay.length > 0
      ? rule
      : { byDay: [], byMonthDay: [startDay - firstDayOf(firstMonth) + 1] };
  const patterns: (Pattern | undefined)[] = [];
  const patternOf = (month: MonthNumber) => {
    if (byMonth.length > 0 && !byMonth.includes(mod(month, 12) + 1)) return EMPTY_PATTERN;
    const length = daysIn(month);
    const firstWeekday = weekdayOf(firstDayOf(month));
    return (patterns[length * 7 + firstWeekday] ??= atPositions(
      { days: inMs(daysOfMonth(parts, length, firstWeekday)), times },
      rule.bySetPos,
    ));
  };
  return new Periods({
    in: 'months',
    first: firstMonth,
    step: interval,
    cycle: CYCLE_MONTHS / greatestCommonDivisor(CYCLE_MONTHS, interval),
    pattern: patternOf,
  });
}
