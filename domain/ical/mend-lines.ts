import { isUnfinishedUserLine, mendedUserLine } from './calendar-user-line.ts';
import { withoutBlanks, withSoundHead } from './mend-head.ts';

/** A longer line is no attendee's. */
const LONGEST_LINE = 4_000;

const MAY_NEED_MENDING = /^(?:ATTENDEE|ORGANIZER|UID|SEQUENCE|DTSTAMP)(?=[;:\s])/i;
/** A group before the name, as in a vCard (RFC 6350 §3.3); a calendar has none, and it means nothing. */
const GROUP =
  /^[\w-]{1,40}\.(?=(?:ATTENDEE|ORGANIZER|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|RECURRENCE-ID|METHOD|COMMENT)[;:])/i;

/** Of what stands in a calendar, and cannot be the rest of a line. */
const PROPERTY =
  /^(?:[\w-]{1,40}\.)?(?:BEGIN|END|ATTENDEE|ORGANIZER|UID|SEQUENCE|DTSTAMP|DTSTART|DTEND|DURATION|RECURRENCE-ID|SUMMARY|DESCRIPTION|LOCATION|COMMENT|METHOD|STATUS|CLASS|PRIORITY|TRANSP|CREATED|LAST-MODIFIED|CATEGORIES|URL|CONTACT|REQUEST-STATUS|RELATED-TO|ATTACH|GEO|RRULE|RDATE|EXDATE|X-[\w-]+)\s*[;:]/i;
/** No line is wrapped more often. */
const MOST_WRAPPED = 4;

/**
 * Mends the lines by which an answer is understood, where a program broke their grammar without making them ambiguous;
 * all others stay as they are (of times `prepare` takes care). Takes time in proportion to the text's length.
 *
 * @param raw of one calendar or several, with any line end
 */
export function mendLines(raw: string): string {
  const lines = raw.split(/\r\n|\n|\r/).map((line) => line.replace(GROUP, ''));
  const mended: string[] = [];
  for (let at = 0; at < lines.length;) {
    const first = lines[at]!;
    let next = endOfFolded(lines, at);
    const name = MAY_NEED_MENDING.exec(first)?.[0];
    let whole = name === undefined ? null : unfolded(lines, at, next);
    for (let wrapped = 0; whole !== null && wrapped < MOST_WRAPPED; wrapped += 1) {
      if (!isUserLine(name) || !isUnfinishedUserLine(whole) || next >= lines.length || !mayGoOn(lines[next]!))
        break;
      const end = endOfFolded(lines, next);
      whole = joined(whole, unfolded(lines, next, end));
      next = end;
    }
    if (name !== undefined && whole !== null) mended.push(mendedLine(name.toUpperCase(), whole));
    else for (let line = at; line < next; line += 1) mended.push(lines[line]!);
    at = next;
  }
  return mended.join('\r\n');
}

const isUserLine = (name = ''): boolean => /^(?:ATTENDEE|ORGANIZER)$/i.test(name);

/** Behind the lines that begin with a blank and go on with the one before (RFC 5545 §3.1). */
function endOfFolded(lines: readonly string[], at: number): number {
  let next = at + 1;
  while (next < lines.length && /^[ \t]/.test(lines[next]!)) next += 1;
  return next;
}

const mayGoOn = (line: string): boolean => line !== '' && !PROPERTY.test(line);

const joined = (start: string, rest: string | null): string | null =>
  rest === null || start.length + rest.length > LONGEST_LINE ? null : start + rest;

/** Null when it is too long. */
function unfolded(lines: readonly string[], from: number, to: number): string | null {
  let whole = lines[from]!;
  for (let at = from + 1; at < to && whole.length <= LONGEST_LINE; at += 1) whole += lines[at]!.slice(1);
  return whole.length <= LONGEST_LINE ? whole : null;
}

const NAME_ALONE = /^[\w-]+:/;
/** ical.js reads a number in whatever begins with one, and 0 in what does not. */
const NO_SEQUENCE = -1;
const NUMBER = /:\s*([+-]?\d{1,20})\s*$/;

function mendedLine(name: string, line: string): string {
  if (isUserLine(name)) return mendedUserLine(name, line);
  if (name === 'SEQUENCE') return `SEQUENCE:${NUMBER.exec(line)?.[1] ?? NO_SEQUENCE}`;
  if (NAME_ALONE.test(line) || !line.includes(':')) return line;
  if (name === 'UID') {
    // A UID has no parameters of its own; what is behind a colon in one of them is not the UID.
    return `UID:${line.slice(line.lastIndexOf(':') + 1)}`;
  }
  return withSoundHead(withoutBlanks(name + line.slice(name.length)));
}
