import type { WallMs } from '../time/zone.ts';
import {
  CYCLE_YEARS,
  DAY_MS,
  daysIn,
  firstDayOf,
  greatestCommonDivisor,
  mod,
  monthOf,
  weekdayOf,
} from '../time/calendar-days.ts';
import { daysOfMonth } from './day-parts.ts';
import { daysOfYear } from './days-of-year.ts';
import { atPositions, inMs } from './pattern.ts';
import { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { timesOfDay } from './times-of-day.ts';
import type { Work } from './work.ts';

/** FREQ=YEARLY: a period is a year. What it holds follows from its first weekday and the leap years around it. */
export function yearlyPeriods(rule: RecurrenceRule, start: WallMs, work: Work): Periods {
  const { interval } = rule;
  const startDay = Math.floor(start / DAY_MS);
  const parts = withStart(rule, startDay);
  const times = timesOfDay(rule, start);
  // Each day of a year is looked for in each of these.
  const comparisons =
    366 * (1 + parts.byYearDay.length + parts.byMonthDay.length + parts.byDay.length + parts.byWeekNo.length);
  return new Periods(
    {
      in: 'months',
      first: Math.floor(monthOf(startDay) / 12) * 12,
      step: 12 * interval,
      cycle: CYCLE_YEARS / greatestCommonDivisor(CYCLE_YEARS, interval),
      limit: null,
      alikeBy: 'year',
    },
    (january) => {
      work.left -= comparisons;
      return atPositions({ days: inMs(daysIn12Months(parts, january / 12)), times }, rule.bySetPos);
    },
  );
}

/** "Information missing from the rule is taken from DTSTART" (RFC 5545 §3.3.10). */
function withStart(rule: RecurrenceRule, startDay: number): RecurrenceRule {
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule;
  if (byYearDay.length + byMonthDay.length + byDay.length > 0) return rule;
  if (byWeekNo.length > 0) return { ...rule, byDay: [{ weekday: weekdayOf(startDay), nth: 0 }] };
  const month = monthOf(startDay);
  return {
    ...rule,
    byMonth: byMonth.length > 0 ? byMonth : [mod(month, 12) + 1],
    byMonthDay: [startDay - firstDayOf(month) + 1],
  };
}

/** Days of the year, counted from 0. Most rules speak of months alone, and are quicker by them. */
function daysIn12Months(rule: RecurrenceRule, year: number): number[] {
  const { byMonth, byDay } = rule;
  const ofTheYear = byMonth.length === 0 && byDay.some(({ nth }) => nth !== 0);
  if (ofTheYear || rule.byWeekNo.length + rule.byYearDay.length > 0) return daysOfYear(rule, year);
  const newYear = firstDayOf(year * 12);
  const months = byMonth.length === 0 ? ALL_MONTHS : byMonth;
  return months.flatMap((each) => {
    const month = year * 12 + each - 1;
    const first = firstDayOf(month);
    return daysOfMonth(rule, daysIn(month), weekdayOf(first)).map((day) => day + first - newYear);
  });
}

const ALL_MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
