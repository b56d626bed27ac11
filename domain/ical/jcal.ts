import { DAY_MS, dayNumber, daysIn } from '../recurrence/calendar-days.ts';
import type { EventDuration } from '../recurrence/event-time.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import type { WallMs } from './zone.ts';

/**
 * jCal is read as it is: an ICAL.Component for each of ten thousand events costs more than parsing them did.
 */
export function textOf([, properties]: JcalComponent, name: string): string {
  const value = properties.find((property) => property[0] === name)?.[3];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** In its first value where there are several. */
export function parameterOf(property: JcalProperty, name: string): string | null {
  const value = property[1][name];
  const first = Array.isArray(value) ? value[0] : value;
  return first === undefined || first === '' ? null : first;
}

export interface JcalTime {
  wall: WallMs;
  utc: boolean;
  allDay: boolean;
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(Z)?)?$/;

/** A DATE or DATE-TIME value (RFC 7265 §3.6.4, §3.6.5); null when it is none, as the 31st of June. */
export function timeOf(value: unknown): JcalTime | null {
  const [, year, month, day, hour, minute, second, utc] = TIME.exec(String(value)) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (year === undefined || m < 1 || m > 12 || d < 1 || d > daysIn(y * 12 + m - 1)) return null;
  const date = dayNumber(y, m, d) * DAY_MS;
  if (hour === undefined) return { wall: date, utc: false, allDay: true };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const time = (Number(hour) * 60 + Number(minute)) * 60 + Math.min(Number(second), 59);
  return { wall: date + time * 1000, utc: utc !== undefined, allDay: false };
}

const DURATION =
  /^([+-])?P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;

/** What is longer than the calendar would end beyond every date that can be written. */
const LONGEST_DAYS = 3_650_000;

/** A DURATION value (RFC 5545 §3.3.6); null when it is none. */
export function durationOf(value: unknown): EventDuration | null {
  const parts = DURATION.exec(String(value));
  if (!parts) return null;
  const [sign, weeks, days, hours, minutes, seconds] = [
    parts[1] === '-' ? -1 : 1,
    ...parts.slice(2).map((part) => Number(part ?? 0)),
  ] as [number, number, number, number, number, number];
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return weeks * 7 + days + ms / DAY_MS > LONGEST_DAYS
    ? null
    : { days: sign * (weeks * 7 + days), ms: sign * ms };
}
