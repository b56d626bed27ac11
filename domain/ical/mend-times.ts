import { DAY_MS, dayNumber, isDate } from '../time/calendar-days.ts';
import { beforeValue } from './content-line.ts';

const TIMED = /(?:DTSTART|DTEND|DUE|DURATION|RECURRENCE-ID|EXDATE|RDATE)(?=[;:])/iy;
const DURATION = /^DURATION[;:]/i;

/** As nearly all are; nothing of these has to be looked at. */
const SOUND =
  /^[\w-]+(?:(?:;TZID=[^":;,]*)?:\d{8}T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?|;VALUE=DATE:\d{8}|:P\d*[DW]?(?:T[\dHMS]*)?)$/i;

/** Whether the line that begins there may hold a time that `mendedTimes` looks at. */
export function mayHoldTime(text: string, at = 0): boolean {
  TIMED.lastIndex = at;
  return TIMED.test(text);
}

/**
 * Writes times as RFC 5545 §3.3.4 to §3.3.6 has them, where a program wrote them otherwise and can mean only one thing: as
 * ISO 8601 has them, with an offset from UTC, without seconds, at 24:00, with blanks around; a day without `VALUE=DATE`;
 * `P1H`. What is something else stays as it is.
 *
 * @param line unfolded
 */
export function mendedTimes(line: string): string {
  if (SOUND.test(line) || !mayHoldTime(line)) return line;
  const head = beforeValue(line);
  if (head === null) return line;
  const value = line.slice(head.length);
  return DURATION.test(line) ? head + mendedDuration(value) : mendedList(head, value, line);
}

/** RFC 5545 §3.3.6 has a T before hours, minutes and seconds, and no months. */
const mendedDuration = (value: string): string => {
  const [, sign = '', amount] = /^\s*([+-]?)P(\d{1,9}[HMS](?:\d{1,9}[MS]){0,2})\s*$/i.exec(value) ?? [];
  return amount === undefined ? value.trim() : `${sign}PT${amount}`;
};

function mendedList(head: string, value: string, line: string): string {
  // A period has a start and an end, or a length.
  if (value.includes('/')) return line;
  const isDates = /;VALUE="?DATE"?[;:]/i.test(head);
  const items = value.split(',').filter((item) => item.trim() !== '');
  const read = items.map((item) => writtenTime(item) ?? item);
  if (read.length === 0 || (isDates && read.some((item) => item.includes('T')))) return line;
  if (isDates || !read.every((item) => DATE.test(item))) return head + read.join(',');
  return `${head.replace(VALUE_PARAMETER, '').slice(0, -1)};VALUE=DATE:${read.join(',')}`;
}

const DATE = /^\d{8}$/;
const VALUE_PARAMETER = /;VALUE=(?:"[^"]*"|[^":;]*)/i;
const WRITTEN =
  /^\s*(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\s?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d)?)?)?\s*$/i;

/** A DATE or DATE-TIME as it should have been written; null when it is none. */
export function writtenTime(text: string): string | null {
  const [, year, month, day, hour, minute, second = '00', utc, sign, hours, minutes = '0'] =
    WRITTEN.exec(text) ?? [];
  if (year === undefined || !isDate(Number(year), Number(month), Number(day))) return null;
  if (hour === undefined || minute === undefined) return `${year}${month}${day}`;
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  const isMidnight = h === 24 && m === 0 && s === 0;
  if ((h > 23 && !isMidnight) || m > 59 || s > 60) return null;
  const offset = sign === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  if (!isMidnight && offset === 0 && sign === undefined)
    return `${year}${month}${day}T${hour}${minute}${second}${utc === undefined ? '' : 'Z'}`;
  const wall =
    dayNumber(Number(year), Number(month), Number(day)) * DAY_MS + ((h * 60 + m - offset) * 60 + s) * 1000;
  const compact = new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return utc === undefined && sign === undefined ? compact : `${compact}Z`;
}
