import type { WallMs } from '../time/zone.ts';
import {
  CYCLE_DAYS,
  DAY_MS,
  greatestCommonDivisor,
  mod,
  monthOf,
  weekdayOf,
  type DayNumber,
} from '../time/calendar-days.ts';
import { atPositions, EMPTY_PATTERN, inMs } from './pattern.ts';
import { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesOfDay } from './times-of-day.ts';

const CYCLE_WEEKS = CYCLE_DAYS / 7;

/** FREQ=WEEKLY: a period is a week that begins on WKST. */
export function weeklyPeriods(rule: RecurrenceRule, start: WallMs): Periods {
  const { interval, byMonth, wkst } = rule;
  const startDay = Math.floor(start / DAY_MS);
  const firstDay = startDay - mod(weekdayOf(startDay) - wkst, 7);
  const times = timesOfDay(rule, start);
  const weekdays = rule.byDay.length === 0 ? [weekdayOf(startDay)] : rule.byDay.map((day) => day.weekday);
  const inWeek = [...new Set(weekdays.map((weekday) => mod(weekday - wkst, 7)))].sort((a, b) => a - b);
  const patternOfDays = (days: number[]) => atPositions({ days: inMs(days), times }, rule.bySetPos);
  const whole = patternOfDays(inWeek);
  const patternFrom = (first: DayNumber) => {
    const month = monthOf(first);
    if (monthOf(first + 6) === month) return byMonth.includes(mod(month, 12) + 1) ? whole : EMPTY_PATTERN;
    return patternOfDays(inWeek.filter((day) => byMonth.includes(mod(monthOf(first + day), 12) + 1)));
  };
  return new Periods({
    in: 'days',
    first: firstDay,
    step: 7 * interval,
    cycle: byMonth.length === 0 ? 1 : CYCLE_WEEKS / greatestCommonDivisor(CYCLE_WEEKS, interval),
    pattern: byMonth.length === 0 ? whole : patternFrom,
  });
}
