import type { Wording } from '../../../../adapters/texts/texts.ts';
import {
  daysIn,
  DAY_MS,
  firstDayOf,
  monthOf,
  weekdayOf,
  type MonthNumber,
} from '../../../../domain/time/calendar-days.ts';

/** So far ahead one can turn the leaves. */
const MONTHS_AHEAD = 24;

/** @param text YYYY-MM, or anything. @returns a month from this one on, in which something can be set */
export function monthFrom(text: string, today: number): MonthNumber {
  const [year = 0, month = 0] = /^(\d{4})-(\d\d)$/.exec(text)?.slice(1).map(Number) ?? [];
  const first = monthOf(today);
  return Math.min(Math.max(year * 12 + month - 1, first), first + MONTHS_AHEAD);
}

export const monthText = (month: MonthNumber): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** A month before and after, where there is one to be shown. */
export function neighbours(
  month: MonthNumber,
  today: number,
): { before: MonthNumber | null; after: MonthNumber | null } {
  const first = monthOf(today);
  return {
    before: month > first ? month - 1 : null,
    after: month < first + MONTHS_AHEAD ? month + 1 : null,
  };
}

/** As in “November 2026”. */
export const monthWords = (month: MonthNumber, { locale }: Wording): string =>
  new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    firstDayOf(month) * DAY_MS,
  );

/** The days of a month in weeks from Monday on; null: of another month. */
export function weeksOf(month: MonthNumber): (number | null)[][] {
  const first = firstDayOf(month);
  const before = (weekdayOf(first) + 6) % 7;
  const count = Math.ceil((before + daysIn(month)) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => {
      const day = first + week * 7 + at - before;
      return day >= first && day < first + daysIn(month) ? day : null;
    }),
  );
}
