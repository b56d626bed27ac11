import { mendedUserLine } from './calendar-user-line.ts';
import { withoutBlanks, withSoundHead } from './mend-head.ts';

/** A longer line is no attendee's. */
const LONGEST_LINE = 4_000;

const MAY_NEED_MENDING = /^(?:ATTENDEE|ORGANIZER|UID|SEQUENCE|DTSTAMP)(?=[;:\s])/i;

/**
 * Mends the lines by which an answer is understood, where a program broke their grammar without making them ambiguous;
 * all others stay as they are (of times `prepare` takes care). Takes time in proportion to the text's length.
 *
 * @param raw of one calendar or several, with any line end
 */
export function mendLines(raw: string): string {
  const lines = raw.split(/\r\n|\n|\r/);
  const mended: string[] = [];
  for (let at = 0; at < lines.length;) {
    const first = lines[at]!;
    let next = at + 1;
    while (next < lines.length && /^[ \t]/.test(lines[next]!)) next += 1;
    const name = MAY_NEED_MENDING.exec(first)?.[0];
    const whole = name === undefined ? null : unfolded(lines, at, next);
    if (name !== undefined && whole !== null) mended.push(mendedLine(name.toUpperCase(), whole));
    else for (let line = at; line < next; line += 1) mended.push(lines[line]!);
    at = next;
  }
  return mended.join('\r\n');
}

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
  if (name === 'ATTENDEE' || name === 'ORGANIZER') return mendedUserLine(name, line);
  if (name === 'SEQUENCE') return `SEQUENCE:${NUMBER.exec(line)?.[1] ?? NO_SEQUENCE}`;
  if (NAME_ALONE.test(line) || !line.includes(':')) return line;
  if (name === 'UID') {
    // A UID has no parameters of its own; what is behind a colon in one of them is not the UID.
    return `UID:${line.slice(line.lastIndexOf(':') + 1)}`;
  }
  return withSoundHead(withoutBlanks(name + line.slice(name.length)));
}
