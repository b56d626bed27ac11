import type { Wording } from '../../../adapters/texts/texts.ts';
import { clockRange, formatInstant } from '../../../adapters/texts/times.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { localOf } from './local.ts';

export interface FormattedRange {
  /** Thursday, 26 November 2026 */
  day: string;
  /** 15:00 – 16:00, with the day where the end is on another one */
  clock: string;
}

/** A meeting's time as its page shows it, in a zone. */
export const formatRange = (range: TimeRange, zone: string, wording: Wording): FormattedRange => ({
  day: formatInstant(range.startMs, zone, wording, 'day'),
  clock: clockRange(range, zone, wording),
});

/** The same range beside another zone's, as in "10:00 – 11:00", with the day where it is another one there. */
export function formatBeside(range: TimeRange, zone: string, mainZone: string, wording: Wording): string {
  const sameDay = localOf(range.startMs, zone).date === localOf(range.startMs, mainZone).date;
  return sameDay ? clockRange(range, zone, wording) : formatLine(range, zone, wording);
}

/** One line, as in "Thu 26 Nov, 15:00 – 16:00". */
export const formatLine = (range: TimeRange, zone: string, wording: Wording): string =>
  wording.t('time.dayAndClock', {
    day: formatInstant(range.startMs, zone, wording, 'shortDay'),
    clock: clockRange(range, zone, wording),
  });

/** How long, as in "1 h 30 min". */
export function formatLength(range: TimeRange, { t }: Wording): string {
  const minutes = Math.round((range.endMs - range.startMs) / 60_000);
  return t('time.length', {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  }).trim();
}

/** ISO 8601 in UTC, for machines. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();
