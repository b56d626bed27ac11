import { beforeValue } from './content-line.ts';

const ZONED = /(?:DTSTART|DTEND|DUE|RECURRENCE-ID|EXDATE|RDATE|DTSTAMP)(?=[;:])/iy;
const BEGINS_LIKE_TIME = /^\s*\d{4}-?\d\d-?\d\d/;
const BEFORE_TIME = /:\s*(?=\d{4}-?\d\d-?\d\d)/g;
const TZID = /;\s*TZID\s*=\s*(?:"([^"]*)"|([^]*))$/i;
/** Of the parameters of a time only these say something else of it. */
const TELLING = /;\s*(VALUE|RANGE)\s*=\s*"?([\w-]+)/gi;

/**
 * A line of times whose value begins where its times do, and not at a colon in the name of its zone: Outlook's names have
 * one, `(UTC-05:00) Eastern Time`, and not every program puts them in quotes. In proportion to the line's length.
 *
 * @param line unfolded
 */
export function withSoundHead(line: string): string {
  ZONED.lastIndex = 0;
  const name = ZONED.exec(line)?.[0];
  if (name === undefined) return line;
  const head = beforeValue(line);
  if (head !== null && BEGINS_LIKE_TIME.test(line.slice(head.length))) return line;
  const last = [...line.matchAll(BEFORE_TIME)].at(-1);
  if (last === undefined) return line;
  const parameters = line.slice(name.length, last.index);
  const [, quoted, bare] = TZID.exec(parameters) ?? [];
  const zone = (quoted ?? bare?.split(';', 1)[0] ?? '').replaceAll('"', '').trim();
  const others = parameters.replace(TZID, bare === undefined ? '' : bare.replace(/^[^;]*/, ''));
  const told = [...others.matchAll(TELLING)].map(([, parameter, value]) => `;${parameter}=${value}`);
  const tzid = zone === '' ? '' : `;TZID="${zone}"`;
  return `${name}${told.join('')}${tzid}:${line.slice(last.index + last[0].length)}`;
}

/** Upper case, as programs write names, or names that nobody else writes: "Place : Vienna" is a line of somebody's text. */
const WITH_BLANKS =
  /^([A-Z][A-Z0-9-]*|dtstart|dtend|recurrence-id)\s*((?:;\s*[\w-]+\s*=\s*(?:"[^"]*"\s*|(?!\s)[^":;]*))*):\s*/;

/** A line with blanks before its colon or around its parameters, without them. */
export function withoutBlanks(line: string): string {
  const [head, name, parameters] = WITH_BLANKS.exec(line) ?? [];
  if (head === undefined || name === undefined || parameters === undefined) return line;
  // A pattern for blanks before a separator would look again from each of them.
  const parts = parameters.split(/([;=])/).map((part) => part.trim());
  return `${name}${parts.join('')}:${line.slice(head.length)}`;
}
