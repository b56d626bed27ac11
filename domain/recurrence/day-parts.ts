import type { OrdinalDay, RecurrenceRule } from './rule.ts';
import { daysIn, firstDayOf, mod, monthOf, weekdayOf, type DayNumber } from '../time/calendar-days.ts';
import { ascending } from './pattern.ts';

/** Whether a list that counts from 1, or from the end when negative, names the one at `index` of `size`. */
export const names = (list: readonly number[], index: number, size: number): boolean =>
  list.length === 0 || list.includes(index + 1) || list.includes(index - size);

/** Whether BYDAY names the day: of that weekday, the day at `index` among `size` days of a month or year. */
export function namesWeekday(
  byDay: readonly OrdinalDay[],
  weekday: number,
  index: number,
  size: number,
): boolean {
  if (byDay.length === 0) return true;
  const fromStart = Math.floor(index / 7) + 1;
  const fromEnd = -(Math.floor((size - 1 - index) / 7) + 1);
  return byDay.some(
    (day) => day.weekday === weekday && (day.nth === 0 || day.nth === fromStart || day.nth === fromEnd),
  );
}

/** Days of the month, counted from 0, that a rule's parts leave of a month. */
export function daysOfMonth(
  { byMonthDay, byDay }: Pick<RecurrenceRule, 'byMonthDay' | 'byDay'>,
  length: number,
  firstWeekday: number,
): number[] {
  const dates = byMonthDay.length === 0 ? ALL_DATES.slice(0, length) : datesOf(byMonthDay, length);
  return byDay.length === 0
    ? dates
    : dates.filter((date) => namesWeekday(byDay, (firstWeekday + date) % 7, date, length));
}

const ALL_DATES = Array.from({ length: 31 }, (_, date) => date);

function datesOf(byMonthDay: readonly number[], length: number): number[] {
  const dates = byMonthDay.map((date) => (date > 0 ? date - 1 : length + date));
  return ascending(dates.filter((date) => date >= 0 && date < length));
}

/**
 * What limits the days of a rule that goes by days or less (RFC 5545 §3.3.10, the table); null when nothing does.
 */
export function dayLimit(rule: RecurrenceRule): ((day: DayNumber) => boolean) | null {
  const { byMonth, byYearDay, byMonthDay, byDay } = rule;
  const byDate = byMonth.length + byYearDay.length + byMonthDay.length > 0;
  if (!byDate && byDay.length === 0) return null;
  const weekdays = Array.from({ length: 7 }, (_, weekday) =>
    byDay.length === 0 ? true : byDay.some((day) => day.weekday === weekday),
  );
  if (!byDate) return (day) => weekdays[weekdayOf(day)] === true;
  return (day) => {
    if (weekdays[weekdayOf(day)] !== true) return false;
    const month = monthOf(day);
    const inYear = mod(month, 12);
    if (byMonth.length > 0 && !byMonth.includes(inYear + 1)) return false;
    if (!names(byMonthDay, day - firstDayOf(month), daysIn(month))) return false;
    if (byYearDay.length === 0) return true;
    const newYear = firstDayOf(month - inYear);
    return names(byYearDay, day - newYear, firstDayOf(month - inYear + 12) - newYear);
  };
}
