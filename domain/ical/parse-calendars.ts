import ICAL from 'ical.js';
import { mayHoldTime } from './mend-times.ts';

/** `[name, parameters, type, ...values]` (RFC 7265 §3.4). */
export type JcalProperty = [string, Record<string, string | string[]>, string, ...unknown[]];
/** `[name, properties, components]` (RFC 7265 §3.3). */
export type JcalComponent = [string, JcalProperty[], JcalComponent[]];

export interface ParsedCalendars {
  calendars: JcalComponent[];
  /** Lines of each component that ical.js does not take, unfolded. */
  unreadable: string[][];
  /** Of some components lines were left out that ical.js does not take. */
  linesLeftOut: boolean;
}

/**
 * Parses text that `prepare` has made. ical.js throws on the first line that it does not understand; then each
 * component is parsed by itself, so that only those with such a line are lost.
 */
export function parseCalendars(text: string): ParsedCalendars {
  const calendars = parseWhole(text);
  return calendars === null
    ? parseEach(text.split('\r\n'))
    : { calendars, unreadable: [], linesLeftOut: false };
}

/** Parses text in which nothing is wrong; null when ical.js finds that something is. */
export function parseWhole(text: string): JcalComponent[] | null {
  const whole = parse(text);
  return whole && calendarsOf(whole);
}

/** One calendar is given bare, several as a list. */
const calendarsOf = (whole: unknown[]): JcalComponent[] =>
  (typeof whole[0] === 'string' ? [whole] : whole) as JcalComponent[];

function parse(text: string): unknown[] | null {
  try {
    return ICAL.parse(text) as unknown[];
  } catch {
    return null;
  }
}

function parseEach(lines: readonly string[]): ParsedCalendars {
  const parsed: ParsedCalendars = { calendars: [], unreadable: [], linesLeftOut: false };
  let depth = 0;
  let component: string[] = [];
  for (const line of lines) {
    const begins = line.startsWith('BEGIN:');
    const ends = line.startsWith('END:');
    if (begins && depth === 0) parsed.calendars.push([line.slice(6).toLowerCase(), [], []]);
    else if (!(ends && depth === 1)) component.push(line);
    depth += begins ? 1 : ends ? -1 : 0;
    if (depth !== 1 || component.length === 0) continue;
    takePart(component, parsed);
    component = [];
  }
  return parsed;
}

/** A component of a calendar, or a property of its own. */
function takePart(lines: string[], parsed: ParsedCalendars): void {
  const calendar = parsed.calendars.at(-1);
  const whole = parseIn('VCALENDAR', lines);
  const part = whole ?? withoutBrokenLines(lines);
  if (part === null || calendar === undefined) return void parsed.unreadable.push(lines);
  parsed.linesLeftOut ||= whole === null;
  calendar[1].push(...part[1]);
  calendar[2].push(...part[2]);
}

const parseIn = (name: string, lines: readonly string[]): JcalComponent | null =>
  parse([`BEGIN:${name}`, ...lines, `END:${name}`].join('\r\n')) as JcalComponent | null;

/** Null when one of those is broken that say what happens when: without it the rest would be something else. */
function withoutBrokenLines(lines: readonly string[]): JcalComponent | null {
  const isSound = (line: string) => /^(?:BEGIN|END):/.test(line) || parseIn('VEVENT', [line]) !== null;
  const kept = lines.filter((line) => isSound(line) || mayHoldTime(line) || SAYS_WHAT.test(line));
  return kept.length === lines.length ? null : parseIn('VCALENDAR', kept);
}

const SAYS_WHAT = /^(?:UID|RRULE|EXRULE|STATUS|TZID|TZOFFSET(?:FROM|TO))(?=[;:])/i;
