import { DAY_MS, dayNumber, isDate } from '../time/calendar-days.ts';
import { beforeValue } from './content-line.ts';
import { withSoundHead } from './mend-head.ts';
import { writtenOffset } from './utc-offset.ts';

const TIMED = /(?:DTSTART|DTEND|DUE|DURATION|RECURRENCE-ID|EXDATE|RDATE|TZOFFSETFROM|TZOFFSETTO)(?=[;:])/iy;
const DURATION = /^DURATION[;:]/i;
const OFFSET = /^TZOFFSET/i;
/** Those that have several times. */
const LIST = /^(?:EXDATE|RDATE)[;:]/i;

/** As nearly all are; nothing of these has to be looked at. A small `z` is none to ical.js, and the time another. */
const SOUND =
  /^[\w-]+(?:(?:;TZID=[^":;,]*)?:\d{8}T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?|;VALUE=DATE:\d{8}|:P\d*[DW]?(?:T[\dHMS]*)?|:[+-]\d{4})$/;

/** ical.js reads a time in whatever begins with one; what is none is written so that it is none to it either. */
const UNREADABLE = 'unreadable';

/** Whether the line that begins there may hold a time that `mendedTimes` looks at. */
export function mayHoldTime(text: string, at = 0): boolean {
  TIMED.lastIndex = at;
  return TIMED.test(text);
}

/**
 * Writes times as RFC 5545 §3.3.4 to §3.3.6 and §3.3.14 has them, where a program wrote them otherwise and can mean only one
 * thing: as ISO 8601 has them, with an offset from UTC, without seconds, at 24:00, with blanks around; a day without
 * `VALUE=DATE`; `P1H`, `PT1.5H`; a list with semicolons; a zone whose name has a colon, without quotes; an offset without its
 * sign. What is something else stays as it is, or is `isUnreadable`.
 *
 * @param line unfolded
 */
export function mendedTimes(line: string): string {
  if (SOUND.test(line) || !mayHoldTime(line)) return line;
  const sound = withSoundHead(line);
  const head = beforeValue(sound);
  if (head === null) return line;
  const value = sound.slice(head.length);
  if (OFFSET.test(line)) return head + (value.trim() === '' ? '' : (writtenOffset(value) ?? UNREADABLE));
  if (DURATION.test(line)) return head + mendedDuration(value);
  if (value.includes('/')) return LIST.test(line) ? mendedPeriods(head, value) : sound;
  return mendedList(head, value, LIST.test(line)) ?? sound;
}

/** Of a line that `mendedTimes` has made: something in it is no time, which its reader will find. */
export const isUnreadable = (line: string): boolean => line.includes(UNREADABLE) && mayHoldTime(line);

const AMOUNT = String.raw`\d{1,9}(?:[.,]\d{1,9})?`;
const LENGTH = new RegExp(`^([+-]?)P((?:${AMOUNT}[WD])*)T?((?:${AMOUNT}[HMS])*)$`, 'i');
const AMOUNTS = new RegExp(`(${AMOUNT})([WDHMS])`, 'gi');
const SECONDS = new Map(Object.entries({ W: 604_800, D: 86_400, H: 3_600, M: 60, S: 1 }));
const CLOCK = /^(\d{1,2}):([0-5]\d):([0-5]\d)$/;
/** Longer than any that can be read. */
const LONGEST_LENGTH = 200;

/**
 * RFC 5545 §3.3.6 has a T before hours, minutes and seconds, no months, and no fractions; ISO 8601 has them in the last part.
 */
function mendedDuration(value: string): string {
  const text = value.length > LONGEST_LENGTH ? value.trim() : value.replace(/\s+/g, '');
  const [, hours, minutes, seconds] = CLOCK.exec(text) ?? [];
  if (hours !== undefined) return `PT${Number(hours)}H${minutes}M${seconds}S`;
  const [, sign = '', days, times] = (text.length <= LONGEST_LENGTH && LENGTH.exec(text)) || [];
  if (days === undefined || times === undefined || days + times === '') return value.trim();
  if (!/[.,]/.test(text)) return `${sign}P${days}${times === '' ? '' : `T${times}`}`;
  if (!/^[^.,]*[.,]\d+[WDHMS]$/i.test(text)) return value.trim();
  let [wholeDays, rest] = [0, 0];
  for (const [, amount = '', unit = ''] of text.matchAll(AMOUNTS)) {
    const inSeconds = Number(amount.replace(',', '.')) * (SECONDS.get(unit.toUpperCase()) ?? 0);
    const ofDays = /[WD]/i.test(unit) ? Math.floor(inSeconds / 86_400) : 0;
    wholeDays += ofDays;
    rest += inSeconds - ofDays * 86_400;
  }
  return `${sign}P${wholeDays === 0 ? '' : `${wholeDays}D`}T${Math.round(rest)}S`;
}

/** Some programs put semicolons or blanks between the dates of a list. */
const itemsOf = (value: string): string[] =>
  value
    .replace(/\s+/g, ' ')
    .split(/[,;]| (?=\d{4}-?\d\d-?\d\d)/)
    .filter((item) => item.trim() !== '');

/** Null: as it is. */
function mendedList(head: string, value: string, isList: boolean): string | null {
  const isDates = /;VALUE="?DATE"?[;:]/i.test(head);
  const items = itemsOf(value);
  const read = items.map((item) => writtenTime(item) ?? (/^\d{8}/.test(item) ? UNREADABLE : item.trim()));
  if (read.length === 0) return null;
  // Of two times nobody knows which is meant.
  if (read.length > 1 && !isList) return /^\d{8}/.test(value) ? head + UNREADABLE : null;
  if (isDates && read.some((item) => item.includes('T'))) return null;
  if (isDates || !read.every((item) => DATE.test(item))) return head + read.join(',');
  return `${head.replace(VALUE_PARAMETER, '').slice(0, -1)};VALUE=DATE:${read.join(',')}`;
}

/** RFC 5545 §3.3.9: a start and an end, or a length. */
function mendedPeriods(head: string, value: string): string {
  const items = itemsOf(value);
  const periods = items.map((item) => {
    const [from = '', to = '', ...more] = item.split('/');
    const end = /^\s*[+-]?P/i.test(to) ? mendedDuration(to) : writtenTime(to);
    const start = writtenTime(from);
    return start === null || end === null || more.length > 0 ? null : `${start}/${end}`;
  });
  if (periods.every((period) => period === null)) return head + value;
  if (items.some((item) => !item.includes('/'))) return head + value;
  const written = periods.map((period) => period ?? UNREADABLE).join(',');
  return `${head.replace(VALUE_PARAMETER, '').slice(0, -1)};VALUE=PERIOD:${written}`;
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
