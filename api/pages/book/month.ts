import {
  DAY_MS,
  daysIn,
  firstDayOf,
  isDate,
  dayNumber,
  mod,
  weekdayOf,
  type DayNumber,
  type MonthNumber,
} from '../../../domain/time/calendar-days.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { firstShown } from '../../../domain/time/wall.ts';
import type { Clock } from '../../../domain/time/zone.ts';

/** As addresses have it: 2026-11. @returns null for what is no month that people plan in */
export function readMonth(text: string): MonthNumber | null {
  const day = readDay(`${text}-01`);
  return day === null ? null : Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
}

/** As addresses have it: 2026-11-24. @returns null for what is no day */
export function readDay(text: string): DayNumber | null {
  const [, year = 0, month = 0, day = 0] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  return year >= 1970 && isDate(year, month, day) ? dayNumber(year, month, day) : null;
}

export const dayText = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const monthText = (month: MonthNumber): string => dayText(firstDayOf(month)).slice(0, 7);

/** All of a month on a clock. */
export const rangeOfMonth = (clock: Clock, month: MonthNumber): TimeRange => ({
  startMs: firstShown(clock, firstDayOf(month) * DAY_MS),
  endMs: firstShown(clock, firstDayOf(month + 1) * DAY_MS),
});

/** The weeks that a month is in, with null for days of its neighbours. @param firstWeekday Sunday is 0 */
export function weeksOf(month: MonthNumber, firstWeekday: number): (DayNumber | null)[][] {
  const first = firstDayOf(month);
  const before = mod(weekdayOf(first) - firstWeekday, 7);
  const weeks = Math.ceil((before + daysIn(month)) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, column) => {
      const nth = week * 7 + column - before;
      return nth >= 0 && nth < daysIn(month) ? first + nth : null;
    }),
  );
}

type WithWeeks = Intl.Locale & {
  weekInfo?: { firstDay: number };
  getWeekInfo?: () => { firstDay: number };
};

/** The day that weeks begin with where a locale is spoken; Sunday is 0. */
export function firstWeekdayOf(locale: string): number {
  const known = new Intl.Locale(locale) as WithWeeks;
  return ((known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1) % 7;
}
