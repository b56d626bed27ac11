import { DAY_MS } from '../time/calendar-days.ts';
import { readRule } from './read-rule.ts';
import type { RecurrenceRule } from '../recurrence/rule.ts';
import { timeOf } from './jcal.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import { offsetOf } from './utc-offset.ts';
import { nextOnset, type Observance, type ZoneRules } from './vtimezone-rules.ts';
import { everyYear, inYear, yearlyOf, type YearlyRule } from './yearly-rule.ts';
import { wallMs, type WallMs } from '../time/zone.ts';

export interface ZoneProblem {
  code:
    /** It, or the part of it that is past, is not followed. */
    | 'timezone-unreadable'
    /** Something is wrong or missing in it that can be only one thing. */
    | 'timezone-mended';
  property: string;
}

export interface ReadZone {
  /** Null: it cannot be followed. */
  rules: ZoneRules | null;
  problems: ZoneProblem[];
}

const MOST_OBSERVANCES = 200;
const MOST_RDATES = 500;
/** RFC 5545 §3.8.5.3: more than one should not be. */
const MOST_RULES = 4;

/**
 * Reads the rules of a VTIMEZONE, each observance by itself: one that cannot be read loses the others only where it may still
 * be going on. Rules are not expanded: a hostile `FREQ=SECONDLY` since 1601 costs nothing, and there is no last year. In
 * proportion to the component, of which no more than some hundreds of observances are read.
 */
export function readVtimezone([, , components]: JcalComponent): ReadZone {
  const problems: ZoneProblem[] = [];
  const tell: Tell = (code, property) => {
    const isTold = problems.some((each) => each.code === code && each.property === property);
    if (!isTold) problems.push({ code, property });
  };
  const parts = components.filter(([name]) => name === 'standard' || name === 'daylight');
  if (parts.length === 0 || parts.length > MOST_OBSERVANCES) {
    tell('timezone-unreadable', 'VTIMEZONE');
    return { rules: null, problems };
  }
  const drafts = parts.map((part) => draftOf(part, tell));
  const observances: Observance[] = [];
  const lost: Draft[] = [];
  drafts.forEach((draft, index) => {
    const read = observancesOf(draft, drafts.toSpliced(index, 1), tell);
    if (typeof read !== 'string') observances.push(...read);
    else {
      tell('timezone-unreadable', read);
      lost.push(draft);
    }
  });
  const certainFrom = Math.max(
    Number.NEGATIVE_INFINITY,
    ...lost.map((draft) =>
      Math.min(...observances.map((observance) => nextOnset(observance, lastWall(draft)))),
    ),
  );
  const isLost = observances.length === 0 || certainFrom === Number.POSITIVE_INFINITY;
  return { rules: isLost ? null : { observances, certainFrom }, problems };
}

/** What an observance says by itself; null is what it does not say, or cannot be read. */
interface Draft {
  startWall: WallMs | null;
  fromMs: number | null;
  toMs: number | null;
  rules: RecurrenceRule[] | null;
  dates: WallMs[] | null;
}

/** When it began for the last time, at the latest; Infinity: it may do so for ever. */
function lastWall({ startWall, rules, dates }: Draft): WallMs {
  if (startWall === null || rules === null || dates === null) return Number.POSITIVE_INFINITY;
  const ends = rules.map(({ until }) => {
    if (until === null) return Number.POSITIVE_INFINITY;
    return (until.kind === 'utc' ? until.at : until.wall) + DAY_MS;
  });
  return Math.max(startWall, ...dates, ...ends);
}

type Tell = (code: ZoneProblem['code'], property: string) => void;

function draftOf([, properties]: JcalComponent, tell: Tell): Draft {
  const valuesOf = (name: string) => properties.filter((property) => property[0] === name).flatMap(values);
  const first = <T>(name: string, read: (value: unknown) => T | null): T | null =>
    valuesOf(name).reduce<T | null>((found, value) => found ?? read(value), null);
  const rules = valuesOf('rrule').map((value) => zoneRule(String(value), tell));
  const dates = valuesOf('rdate').map((value) => wallOfTime(Array.isArray(value) ? value[0] : value));
  return {
    startWall: first('dtstart', wallOfTime),
    fromMs: first('tzoffsetfrom', offsetOf),
    toMs: first('tzoffsetto', offsetOf),
    rules: rules.length <= MOST_RULES && rules.every((rule) => rule !== null) ? rules : null,
    dates: dates.length <= MOST_RDATES && dates.every((date) => date !== null) ? dates : null,
  };
}

/** Those that are not empty; what ical.js makes of a time without any digit is its punctuation. */
const values = ([, , , ...each]: JcalProperty): unknown[] =>
  each.filter((value) => !/^[-T:\s]*$/.test(String(value)));

const wallOfTime = (value: unknown): WallMs | null => timeOf(value)?.wall ?? null;

/** `UNTIL=2037` is that whole year, as a DATE is that whole day. */
const UNTIL_YEAR = /(;|^)UNTIL=(\d{4})(?=;|$)/i;

function zoneRule(text: string, tell: Tell): RecurrenceRule | null {
  const rule = readRule(text.replace(UNTIL_YEAR, '$1UNTIL=$21231'), () => tell('timezone-mended', 'RRULE'));
  if (UNTIL_YEAR.test(text)) tell('timezone-mended', 'RRULE');
  return typeof rule === 'string' ? null : rule;
}

/** Where a zone's only observance begins that does not say it, as Outlook writes it. */
const SINCE_EVER = wallMs(1601, 1, 1);

/** @returns the property for which it cannot be followed, of one that cannot */
function observancesOf(draft: Draft, others: readonly Draft[], tell: Tell): Observance[] | string {
  const { rules, dates } = draft;
  if (rules === null) return 'RRULE';
  if (dates === null) return 'RDATE';
  const isAlone = others.length + rules.length + dates.length === 0;
  const startWall = draft.startWall ?? (isAlone ? SINCE_EVER : null);
  if (startWall === null) return 'DTSTART';
  const toMs = draft.toMs ?? offsetAfter(draft, others);
  if (toMs === null) return 'TZOFFSETTO';
  const fromMs = draft.fromMs ?? offsetBefore(toMs, others);
  if (fromMs === null) return 'TZOFFSETFROM';
  const known = { fromMs, toMs, startWall };
  const yearly = rules.map((rule) => ruledBy(rule, known));
  if (!yearly.every((each) => each !== null)) return 'RRULE';
  if (draft.startWall === null) tell('timezone-mended', 'DTSTART');
  if (draft.toMs === null) tell('timezone-mended', 'TZOFFSETTO');
  if (draft.fromMs === null) tell('timezone-mended', 'TZOFFSETFROM');
  const once = { ...known, rule: null, untilMs: Number.POSITIVE_INFINITY, extraWalls: dates };
  return yearly.length === 0 ? [once] : yearly.map((each) => ({ ...once, ...each }));
}

/** What goes before it is what the others lead to; where nothing else does, nothing changes. */
function offsetBefore(toMs: number, others: readonly Draft[]): number | null {
  const before = new Set(others.map((other) => other.toMs).filter((offset) => offset !== toMs));
  const [only] = before;
  return before.size === 0 ? toMs : before.size === 1 ? (only ?? null) : null;
}

/** What it leads to is what the others begin from. */
function offsetAfter({ fromMs }: Draft, others: readonly Draft[]): number | null {
  const after = new Set(others.map((other) => other.fromMs).filter((offset) => offset !== fromMs));
  return after.size === 1 ? ([...after][0] ?? null) : null;
}

type Ruled = Pick<Observance, 'rule' | 'untilMs'>;

function ruledBy(
  recurrence: RecurrenceRule,
  { fromMs, startWall }: Pick<Observance, 'fromMs' | 'startWall'>,
): Ruled | null {
  const rule = yearlyOf(recurrence, startWall);
  if (rule === null) return null;
  const last = recurrence.count === null ? null : lastOfCount(rule, startWall, recurrence.count);
  if (recurrence.count !== null && last === null) return null;
  const { until } = recurrence;
  const ends = [
    last === null ? Number.POSITIVE_INFINITY : last - fromMs,
    until === null ? Number.POSITIVE_INFINITY : untilInstant(until, fromMs),
  ];
  return { rule, untilMs: Math.min(...ends) };
}

function untilInstant(until: NonNullable<RecurrenceRule['until']>, fromMs: number): number {
  if (until.kind === 'utc') return until.at;
  return until.wall - fromMs + (until.kind === 'date' ? DAY_MS - 1000 : 0);
}

/** The last of so many times, of which DTSTART is the first; null: it is not every year that has one. */
function lastOfCount(rule: YearlyRule, startWall: WallMs, count: number): WallMs | null {
  if (count === 1) return startWall;
  if (!everyYear(rule)) return null;
  const year = new Date(startWall).getUTCFullYear();
  const isBeside = (inYear(rule, year) ?? startWall) > startWall;
  const last = year + count - (isBeside ? 2 : 1);
  return last > 9999 ? Number.POSITIVE_INFINITY : inYear(rule, last);
}
