import { DateTime } from 'luxon';
import type { TimeRange } from '../../../domain/meeting/state.ts';

export interface FormattedRange {
  /** Thursday */
  weekday: string;
  /** 26 Nov 2026 */
  date: string;
  /** 15:00–16:00, with the day where the end is on another one */
  time: string;
}

const LOCALE = 'en-GB';

/** A meeting's time as its page shows it, in a zone. */
export function formatRange(range: TimeRange, zone: string): FormattedRange {
  const start = DateTime.fromMillis(range.startMs, { zone, locale: LOCALE });
  const end = DateTime.fromMillis(range.endMs, { zone, locale: LOCALE });
  const endFormat = start.hasSame(end, 'day') ? 'HH:mm' : 'HH:mm, ccc d LLL';
  return {
    weekday: start.toFormat('cccc'),
    date: start.toFormat('d LLL yyyy'),
    time: `${start.toFormat('HH:mm')} – ${end.toFormat(endFormat)}`,
  };
}

/** The same range beside another zone's, as in "10:00 – 11:00", with the day where it is another one there. */
export function formatBeside(range: TimeRange, zone: string, mainZone: string): string {
  const start = DateTime.fromMillis(range.startMs, { zone, locale: LOCALE });
  const main = DateTime.fromMillis(range.startMs, { zone: mainZone });
  const { time } = formatRange(range, zone);
  return start.toISODate() === main.toISODate() ? time : `${start.toFormat('ccc d LLL')}, ${time}`;
}

/** One line, as in "Thu 26 Nov, 15:00 – 16:00". */
export function formatLine(range: TimeRange, zone: string): string {
  const start = DateTime.fromMillis(range.startMs, { zone, locale: LOCALE });
  return `${start.toFormat('ccc d LLL')}, ${formatRange(range, zone).time}`;
}

/** A moment, as in "Thu 26 Nov 2026, 15:00". */
export const formatMoment = (ms: number, zone: string): string =>
  DateTime.fromMillis(ms, { zone, locale: LOCALE }).toFormat('ccc d LLL yyyy, HH:mm');

/** How long, as in "1 h 30 min". */
export function formatLength(range: TimeRange): string {
  const minutes = Math.round((range.endMs - range.startMs) / 60_000);
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const parts = [
    days > 0 ? `${days} d` : '',
    hours > 0 ? `${hours} h` : '',
    minutes % 60 > 0 ? `${minutes % 60} min` : '',
  ];
  return parts.filter(Boolean).join(' ') || '0 min';
}

/** ISO 8601 in UTC, for machines. */
export const isoOf = (ms: number): string => new Date(ms).toISOString();
