import type { WallMs } from '../ical/zone.ts';
import { CYCLE_DAYS, DAY_MS, greatestCommonDivisor, mod, monthOf, weekdayOf } from './calendar-days.ts';
import { atPositions, EMPTY_PATTERN } from './pattern.ts';
import type { Periods } from './periods.ts';
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
  const patternOfDays = (days: number[]) =>
    atPositions({ days: days.map((day) => day * DAY_MS), times }, rule.bySetPos);
  const whole = patternOfDays(inWeek);
  const dayOf = (index: number) => firstDay + index * interval * 7;
  return {
    indexOf: (wall) => Math.floor((Math.floor(wall / DAY_MS) - firstDay) / (7 * interval)),
    startOf: (index) => dayOf(index) * DAY_MS,
    patternOf(index) {
      if (byMonth.length === 0) return whole;
      const first = dayOf(index);
      const month = monthOf(first);
      if (monthOf(first + 6) === month) return byMonth.includes(mod(month, 12) + 1) ? whole : EMPTY_PATTERN;
      return patternOfDays(inWeek.filter((day) => byMonth.includes(mod(monthOf(first + day), 12) + 1)));
    },
    cycle: byMonth.length === 0 ? 1 : CYCLE_WEEKS / greatestCommonDivisor(CYCLE_WEEKS, interval),
  };
}
