import { DAY_MS, dayNumber, isDate } from '../time/calendar-days.ts';
import type { EventDuration } from '../recurrence/event-time.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import type { WallMs } from '../time/zone.ts';

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

/** A DATE or DATE-TIME value (RFC 7265 §3.6.4, §3.6.5); null when it is none, as the 31st of June. */
export function timeOf(value: unknown): JcalTime | null {
  if (typeof value !== 'string' || (value.length !== 10 && !hasTime(value))) return null;
  const [year, month, day] = [digits(value, 0, 4), digits(value, 5, 2), digits(value, 8, 2)];
  if (!isDate(year, month, day) || value[4] !== '-' || value[7] !== '-') return null;
  const date = dayNumber(year, month, day) * DAY_MS;
  if (value.length === 10) return { wall: date, utc: false, allDay: true };
  const [hour, minute, second] = [digits(value, 11, 2), digits(value, 14, 2), digits(value, 17, 2)];
  if (!(hour <= 23 && minute <= 59 && second <= 60)) return null;
  const time = (hour * 60 + minute) * 60 + Math.min(second, 59);
  return { wall: date + time * 1000, utc: value.length === 20, allDay: false };
}

const hasTime = (value: string): boolean =>
  (value.length === 19 || (value.length === 20 && value[19] === 'Z')) &&
  value[10] === 'T' &&
  value[13] === ':' &&
  value[16] === ':';

/** NaN when there is anything else; a third of the time that a pattern takes. */
function digits(text: string, from: number, count: number): number {
  let number = 0;
  for (let index = from; index < from + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** What is longer than the calendar would end beyond every date that can be written. */
const LONGEST_DAYS = 3_650_000;

const DURATION =
  /^([+-])?P(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;

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
