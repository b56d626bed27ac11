import { zoneOf } from '../ical/read-time.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import type { TimeRange } from '../time/instant.ts';
import { PLACES, withoutEscapes, type RoomTest } from './matching.ts';

/** No zone is further from UTC, whatever a calendar defines. */
const MARGIN_MS = 2 * DAY_MS;

/** What an event that happens once, as programs write it, does not have: it recurs, changes another, has parts, or a line is none. */
const UNUSUAL =
  /\n(?:(?:RRULE|RDATE|EXRULE|EXDATE|RECURRENCE-ID|DURATION|BEGIN|END)[:;]|(?![\w-]+[:;]|[ \t]))/i;
const TIMES = /\n(DTSTART|DTEND)([:;][^\n]*)(\n[ \t])?/gi;
const TIME = /^(?:;VALUE=DATE|;TZID=([^;:"]+))?:(\d{8}(?:T\d{6}Z?)?)\r?$/;
const PLACE_LINES = new RegExp(
  String.raw`\n(SUMMARY|${[...PLACES].join('|')}|X-[\w-]*)([:;][^\n]*(?:\n[ \t][^\n]*)*)`,
  'gi',
);

/**
 * Whether an event surely happens once, far from a time, and in the room: then nothing that is asked about the time depends on
 * it, and it need not be read. An event that is written in an unusual way, or broken where this looks, is not.
 *
 * @param text the lines of the VEVENT, BEGIN and END among them, folded as they came
 */
export function isFarFrom(near: TimeRange, text: string, test: RoomTest): boolean {
  const lines = text.slice(text.indexOf('\n'), text.lastIndexOf('\n', text.length - 2));
  if (UNUSUAL.test(lines)) return false;
  const time = onlyTime(lines);
  if (time === null) return false;
  const isFar = time.endMs + DAY_MS + MARGIN_MS < near.startMs || time.startMs - MARGIN_MS > near.endMs;
  return isFar && namesIt(lines, test);
}

function namesIt(lines: string, test: RoomTest): boolean {
  for (const [, name = '', value = ''] of lines.matchAll(PLACE_LINES)) {
    const names = name.toUpperCase() === 'SUMMARY' ? test.title : test;
    if (names(plainValue(value))) return true;
  }
  return false;
}

/** When it is, as if that were written in UTC; null where it has not one DTSTART and at most one DTEND of the same kind behind it. */
function onlyTime(lines: string): TimeRange | null {
  const times = new Map<string, WrittenTime>();
  for (const [, name = '', value = '', folded] of lines.matchAll(TIMES)) {
    const time = folded === undefined ? writtenTime(value) : null;
    const key = name.toUpperCase();
    if (time === null || times.has(key)) return null;
    times.set(key, time);
  }
  const start = times.get('DTSTART');
  const end = times.get('DTEND') ?? start;
  if (!start || !end || end.kind !== start.kind || end.ms < start.ms) return null;
  return { startMs: start.ms, endMs: end.ms };
}

interface WrittenTime {
  /** Only times that are written alike, in one zone, can be compared by their digits. */
  kind: string;
  ms: number;
}

/** @returns null for what is no DATE or DATE-TIME in a zone that is known by its name */
function writtenTime(value: string): WrittenTime | null {
  const [, tzid, digits] = TIME.exec(value) ?? [];
  if (digits === undefined || (tzid !== undefined && zoneOf(tzid) === null)) return null;
  const part = (from: number, until: number) => Number(digits.slice(from, until));
  const [month, day, hour, minute, second] = [
    part(4, 6),
    part(6, 8),
    part(9, 11),
    part(11, 13),
    part(13, 15),
  ];
  const ms = Date.UTC(part(0, 4), month - 1, day, hour, minute, second);
  const isReal = new Date(ms).getUTCDate() === day && month <= 12 && hour < 24 && minute < 60 && second < 60;
  return isReal ? { kind: `${tzid} ${digits.length}`, ms } : null;
}

/** The value of a line without quoted parameters, unfolded, its escapes taken out; of any other nothing. */
const plainValue = (line: string): string =>
  line.includes('"')
    ? ''
    : withoutEscapes(
        line
          .slice(line.indexOf(':') + 1)
          .replace(/\r?\n[ \t]/g, '')
          .trimEnd(),
      );
