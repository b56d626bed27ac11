import { daysIn, firstDayOf, mod, weekdayOf, type DayNumber } from '../time/calendar-days.ts';
import { names, namesWeekday } from './day-parts.ts';
import type { RecurrenceRule } from './rule.ts';

/**
 * Days of the year, counted from 0, that are named by all of BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY and BYDAY.
 * A numbered BYDAY counts in its month where BYMONTH is given, else in the year (RFC 5545 §3.3.10, note 2).
 */
export function daysOfYear(rule: RecurrenceRule, year: number): number[] {
  const { byMonth, byWeekNo, byYearDay, byMonthDay, byDay } = rule;
  const newYear = firstDayOf(year * 12);
  const yearLength = firstDayOf((year + 1) * 12) - newYear;
  const days: number[] = [];
  for (let inYear = 0; inYear < 12; inYear++) {
    if (byMonth.length > 0 && !byMonth.includes(inYear + 1)) continue;
    const first = firstDayOf(year * 12 + inYear);
    const length = daysIn(year * 12 + inYear);
    for (let inMonth = 0; inMonth < length; inMonth++) {
      const day = first + inMonth;
      const index = day - newYear;
      const [position, size] = byMonth.length > 0 ? [inMonth, length] : [index, yearLength];
      if (
        names(byMonthDay, inMonth, length) &&
        names(byYearDay, index, yearLength) &&
        namesWeekday(byDay, weekdayOf(day), position, size) &&
        inWeeks(byWeekNo, day, year, rule.wkst)
      )
        days.push(index);
    }
  }
  return days;
}

/** A day at the turn of the year may be of the last week of the year before, or the first of the next. */
function inWeeks(byWeekNo: readonly number[], day: DayNumber, year: number, wkst: number): boolean {
  if (byWeekNo.length === 0) return true;
  const weekYear = day < firstWeek(year, wkst) ? year - 1 : day < firstWeek(year + 1, wkst) ? year : year + 1;
  const first = firstWeek(weekYear, wkst);
  return names(byWeekNo, Math.floor((day - first) / 7), (firstWeek(weekYear + 1, wkst) - first) / 7);
}

/** The first week has at least four days in its year, so 4 January is in it. */
function firstWeek(year: number, wkst: number): DayNumber {
  const fourth = firstDayOf(year * 12) + 3;
  return fourth - mod(weekdayOf(fourth) - wkst, 7);
}
