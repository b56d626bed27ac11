import type { Wording } from '../../../../adapters/texts/texts.ts';
import { DAY_MS } from '../../../../domain/time/calendar-days.ts';

/** 1970-01-04 was a Sunday. */
const FIRST_SUNDAY = 3;

/** What the days of the week are called; Sunday is the first, as `weekdayOf` counts. */
export function weekdayNames({ locale }: Wording, style: 'long' | 'short' = 'long'): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, weekday) => format.format((FIRST_SUNDAY + weekday) * DAY_MS));
}
