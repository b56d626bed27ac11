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
} from './calendar-days.ts';
import { daysOfMonth } from './day-parts.ts';
import { atPositions, EMPTY_PATTERN, type Pattern } from './pattern.ts';
import type { Periods } from './periods.ts';
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
  return {
    indexOf: (wall) => Math.floor((monthOf(Math.floor(wall / DAY_MS)) - firstMonth) / interval),
    startOf: (index) => firstDayOf(firstMonth + index * interval) * DAY_MS,
    patternOf(index) {
      const month = firstMonth + index * interval;
      if (byMonth.length > 0 && !byMonth.includes(mod(month, 12) + 1)) return EMPTY_PATTERN;
      const length = daysIn(month);
      const firstWeekday = weekdayOf(firstDayOf(month));
      return (patterns[length * 7 + firstWeekday] ??= atPositions(
        { days: daysOfMonth(parts, length, firstWeekday).map((day) => day * DAY_MS), times },
        rule.bySetPos,
      ));
    },
    cycle: CYCLE_MONTHS / greatestCommonDivisor(CYCLE_MONTHS, interval),
  };
}
