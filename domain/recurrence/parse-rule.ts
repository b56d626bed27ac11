import { WEEKDAY_NAMES, type Frequency, type OrdinalDay, type RecurrenceRule } from './rule.ts';
import { parseUntil } from './parse-until.ts';

/** Why a rule is not followed: what it means is never guessed. */
export type RuleProblem =
  /** Not of the form `NAME=VALUE;…`, or without a FREQ that is known. */
  | 'rule-unreadable'
  /** A part that RFC 5545 does not know; leaving it out would give other instances. */
  | 'rule-part-unknown'
  /** A part's value is no number, or none that the part may have. */
  | 'rule-value-invalid'
  /** Parts that RFC 5545 §3.3.10 forbids together. */
  | 'rule-parts-conflict'
  /** Other calendars than the Gregorian (RFC 7529). */
  | 'rscale-unsupported';

const FREQUENCIES: readonly string[] = [
  'SECONDLY',
  'MINUTELY',
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] satisfies Frequency[];

const KNOWN_PARTS = new Set(
  (
    'FREQ INTERVAL COUNT UNTIL WKST BYSECOND BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH ' +
    'BYSETPOS RSCALE SKIP'
  ).split(' '),
);

/** Everything that a rule can say takes fewer characters. */
const LONGEST_RULE = 10_000;

/**
 * Reads the value of an RRULE or EXRULE (RFC 5545 §3.3.10), in any case and order. Extensions (`X-…`) are left out.
 *
 * @returns the problem's code when the rule cannot be followed as it is meant
 */
export function parseRule(text: string): RecurrenceRule | RuleProblem {
  if (text.length > LONGEST_RULE) return 'rule-unreadable';
  const parts = splitParts(text);
  if (parts === null) return 'rule-unreadable';
  if (!isGregorian(parts)) return 'rscale-unsupported';
  const freq = parts.get('FREQ') ?? '';
  if (!FREQUENCIES.includes(freq)) return 'rule-unreadable';
  for (const name of parts.keys()) if (!KNOWN_PARTS.has(name)) return 'rule-part-unknown';
  const rule = readParts(freq as Frequency, parts);
  if (rule === null) return 'rule-value-invalid';
  return conflicts(rule) ? 'rule-parts-conflict' : rule;
}

/** RFC 7529 §4.1: what a date does that is not there is to be left out, as in RFC 5545, unless SKIP says otherwise. */
const isGregorian = (parts: ReadonlyMap<string, string>): boolean =>
  parts.has('RSCALE')
    ? parts.get('RSCALE') === 'GREGORIAN' && (parts.get('SKIP') ?? 'OMIT') === 'OMIT'
    : !parts.has('SKIP');

function splitParts(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(';')) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    const name = part.slice(0, equals).trim();
    if (equals < 1 || parts.has(name)) return null;
    if (!name.startsWith('X-')) parts.set(name, part.slice(equals + 1).trim());
  }
  return parts;
}

function readParts(freq: Frequency, parts: ReadonlyMap<string, string>): RecurrenceRule | null {
  const single = (name: string, otherwise: number | null) =>
    parts.has(name) ? positive(parts.get(name) ?? '') : otherwise;
  const list = (name: string, least: number, most: number) => numbers(parts.get(name), least, most);
  const wkst = weekdayNamed(parts.get('WKST') ?? 'MO');
  const until = parts.has('UNTIL') ? parseUntil(parts.get('UNTIL') ?? '') : null;
  const read = {
    freq,
    interval: single('INTERVAL', 1),
    count: single('COUNT', null),
    until,
    wkst,
    bySecond: list('BYSECOND', 0, 60),
    byMinute: list('BYMINUTE', 0, 59),
    byHour: list('BYHOUR', 0, 23),
    byDay: ordinalDays(parts.get('BYDAY')),
    byMonthDay: list('BYMONTHDAY', -31, 31),
    byYearDay: list('BYYEARDAY', -366, 366),
    byWeekNo: list('BYWEEKNO', -53, 53),
    byMonth: list('BYMONTH', 1, 12),
    bySetPos: list('BYSETPOS', -366, 366),
  };
  if ((parts.has('COUNT') && read.count === null) || (parts.has('UNTIL') && until === null)) return null;
  const { count: _count, until: _until, ...required } = read;
  return Object.values(required).includes(null) ? null : (read as RecurrenceRule);
}

function positive(text: string): number | null {
  const number = /^\+?\d{1,15}$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : null;
}

/** Where negative numbers count from the end, there is no 0. */
function numbers(text: string | undefined, least: number, most: number): number[] | null {
  if (text === undefined) return [];
  const found = new Set<number>();
  for (const item of text.split(',')) {
    if (!/^\s*[+-]?\d{1,3}\s*$/.test(item)) return null;
    const number = Number(item);
    if (number < least || number > most || (number === 0 && least < 0)) return null;
    found.add(number);
  }
  return [...found].sort((a, b) => a - b);
}

function ordinalDays(text: string | undefined): OrdinalDay[] | null {
  if (text === undefined) return [];
  const days: OrdinalDay[] = [];
  for (const item of text.split(',')) {
    const [, nth, name] = /^\s*([+-]?\d{1,2})?\s*([A-Z]{2})\s*$/.exec(item) ?? [];
    const weekday = weekdayNamed(name ?? '');
    if (weekday === null || (nth !== undefined && (Number(nth) === 0 || Math.abs(Number(nth)) > 53)))
      return null;
    days.push({ weekday, nth: Number(nth ?? 0) });
  }
  return days;
}

function weekdayNamed(name: string): number | null {
  const weekday = (WEEKDAY_NAMES as readonly string[]).indexOf(name);
  return weekday === -1 ? null : weekday;
}

/** The "N/A" of the table in RFC 5545 §3.3.10, and its rules for BYDAY with a number. */
function conflicts({ freq, byWeekNo, byYearDay, byMonthDay, byDay }: RecurrenceRule): boolean {
  const numbered = byDay.some(({ nth }) => nth !== 0);
  return (
    (byWeekNo.length > 0 && freq !== 'YEARLY') ||
    (byYearDay.length > 0 && (freq === 'DAILY' || freq === 'WEEKLY' || freq === 'MONTHLY')) ||
    (byMonthDay.length > 0 && freq === 'WEEKLY') ||
    (numbered && freq !== 'MONTHLY' && freq !== 'YEARLY') ||
    (numbered && byWeekNo.length > 0)
  );
}
