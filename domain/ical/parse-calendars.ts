import ICAL from 'ical.js';

/** `[name, parameters, type, ...values]` (RFC 7265 §3.4). */
export type JcalProperty = [string, Record<string, string | string[]>, string, ...unknown[]];
/** `[name, properties, components]` (RFC 7265 §3.3). */
export type JcalComponent = [string, JcalProperty[], JcalComponent[]];

export interface ParsedCalendars {
  calendars: JcalComponent[];
  /** Lines of each component that ical.js does not take, unfolded. */
  unreadable: string[][];
}

/**
 * Parses text that `prepare` has made. ical.js throws on the first line that it does not understand; then each
 * component is parsed by itself, so that only those with such a line are lost.
 */
export function parseCalendars(text: string): ParsedCalendars {
  const calendars = parseWhole(text);
  return calendars === null ? parseEach(text.split('\r\n')) : { calendars, unreadable: [] };
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
  const parsed: ParsedCalendars = { calendars: [], unreadable: [] };
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
function takePart(lines: string[], { calendars, unreadable }: ParsedCalendars): void {
  const calendar = calendars.at(-1);
  const part = parse(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')) as JcalComponent | null;
  if (part === null || calendar === undefined) return void unreadable.push(lines);
  calendar[1].push(...part[1]);
  calendar[2].push(...part[2]);
}
