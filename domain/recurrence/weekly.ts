import type { WallMs } from '../time/zone.ts';
import { CYCLE_DAYS, DAY_MS, greatestCommonDivisor, mod, monthOf, weekdayOf } from '../time/calendar-days.ts';
import { ascending, atPositions, EMPTY_PATTERN, inMs } from './pattern.ts';
import { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesOfDay } from './times-of-day.ts';

const CYCLE_WEEKS = CYCLE_DAYS / 7;

/** FREQ=WEEKLY: a period is a week that begins on WKST. */
export function weeklyPeriods(rule: RecurrenceRule, start: WallMs): Periods {
  const { interval, byMonth, bySetPos, wkst } = rule;
  const startDay = Math.floor(start / DAY_MS);
  const firstDay = startDay - mod(weekdayOf(startDay) - wkst, 7);
  const times = timesOfDay(rule, start);
  const inWeek = daysOfWeek(rule, weekdayOf(startDay));
  const whole = atPositions({ days: inMs(inWeek), times }, bySetPos);
  return new Periods(
    {
      in: 'days',
      first: firstDay,
      step: 7 * interval,
      cycle: byMonth.length === 0 ? 1 : CYCLE_WEEKS / greatestCommonDivisor(CYCLE_WEEKS, interval),
      limit: null,
      alikeBy: null,
    },
    byMonth.length === 0
      ? whole
      : (first) => {
          const month = monthOf(first);
          if (monthOf(first + 6) === month)
            return byMonth.includes(mod(month, 12) + 1) ? whole : EMPTY_PATTERN;
          const days = inWeek.filter((day) => byMonth.includes(mod(monthOf(first + day), 12) + 1));
          return atPositions({ days: inMs(days), times }, bySetPos);
        },
  );
}

/** Counted from WKST, in order. */
function daysOfWeek({ byDay, wkst }: RecurrenceRule, startWeekday: number): number[] {
  if (byDay.length === 0) return [mod(startWeekday - wkst, 7)];
  return ascending(byDay.map(({ weekday }) => mod(weekday - wkst, 7)));
}
