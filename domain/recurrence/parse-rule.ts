import { WEEKDAY_NAMES, type Frequency, type OrdinalDay, type RecurrenceRule } from './rule.ts';
import { ascending } from './pattern.ts';
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

type RuleDraft = { -readonly [part in keyof RecurrenceRule]: RecurrenceRule[part] };

/** Reads the value of a part into the rule; false: it is none that the part may have. */
type ReadPart = (rule: RuleDraft, value: string) => boolean;

/** The parts that RFC 5545 §3.3.10 knows. FREQ has been read before, and RSCALE and SKIP change nothing by then. */
const PARTS: ReadonlyMap<string, ReadPart> = new Map<string, ReadPart>([
  ['FREQ', () => true],
  ['RSCALE', () => true],
  ['SKIP', () => true],
  ['INTERVAL', into('interval', positive)],
  ['COUNT', into('count', positive)],
  ['UNTIL', into('until', parseUntil)],
  ['WKST', into('wkst', weekdayNamed)],
  ['BYSECOND', into('bySecond', numbers(0, 60))],
  ['BYMINUTE', into('byMinute', numbers(0, 59))],
  ['BYHOUR', into('byHour', numbers(0, 23))],
  ['BYDAY', into('byDay', ordinalDays)],
  ['BYMONTHDAY', into('byMonthDay', numbers(-31, 31))],
  ['BYYEARDAY', into('byYearDay', numbers(-366, 366))],
  ['BYWEEKNO', into('byWeekNo', numbers(-53, 53))],
  ['BYMONTH', into('byMonth', numbers(1, 12))],
  ['BYSETPOS', into('bySetPos', numbers(-366, 366))],
]);

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
  for (const name of parts.keys()) if (!PARTS.has(name)) return 'rule-part-unknown';
  const rule = ruleOf(freq as Frequency);
  for (const [name, value] of parts) if (!PARTS.get(name)?.(rule, value)) return 'rule-value-invalid';
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

/** As it is when nothing else is said. */
const ruleOf = (freq: Frequency): RuleDraft => ({
  freq,
  interval: 1,
  count: null,
  until: null,
  wkst: 1,
  bySecond: NONE,
  byMinute: NONE,
  byHour: NONE,
  byDay: NONE,
  byMonthDay: NONE,
  byYearDay: NONE,
  byWeekNo: NONE,
  byMonth: NONE,
  bySetPos: NONE,
});

const NONE: readonly never[] = [];

function into<Part extends keyof RuleDraft>(
  part: Part,
  read: (value: string) => RuleDraft[Part] | null,
): ReadPart {
  return (rule, text) => {
    const value = read(text);
    if (value === null) return false;
    rule[part] = value;
    return true;
  };
}

function positive(text: string): number | null {
  const number = /^\+?\d{1,15}$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : null;
}

/** A list of numbers, which ascend then. Where negative ones count from the end, there is no 0. */
function numbers(least: number, most: number): (text: string) => number[] | null {
  return (text) => {
    const found: number[] = [];
    for (const item of text.split(',')) {
      const number = /^\s*[+-]?\d{1,3}\s*$/.test(item) ? Number(item) : NaN;
      if (!(number >= least && number <= most) || (number === 0 && least < 0)) return null;
      found.push(number);
    }
    return ascending(found);
  };
}

function ordinalDays(text: string): OrdinalDay[] | null {
  const days: OrdinalDay[] = [];
  for (const item of text.split(',')) {
    const day = EVERY.get(item) ?? ordinalDay(item);
    if (day === null) return null;
    days.push(day);
  }
  return days;
}

/** Most are of this kind. */
const EVERY: ReadonlyMap<string, OrdinalDay> = new Map(
  WEEKDAY_NAMES.map((name, weekday) => [name, { weekday, nth: 0 }]),
);

function ordinalDay(text: string): OrdinalDay | null {
  const [, nth, name] = /^\s*([+-]?\d{1,2})?\s*([A-Z]{2})\s*$/.exec(text) ?? [];
  const weekday = weekdayNamed(name ?? '');
  const isNone = nth !== undefined && (Number(nth) === 0 || Math.abs(Number(nth)) > 53);
  return weekday === null || isNone ? null : { weekday, nth: Number(nth ?? 0) };
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
