import type { ObjectProblemCode } from './object-problem.ts';
import { parseCalendars, parseWhole, type JcalComponent } from './parse-calendars.ts';
import { prepare, type PrepareOptions } from './prepare.ts';
import { prepareWhole } from './prepare-whole.ts';

/** What no XML document can have (XML 1.0 §2.2), and so no multiget could answer; RFC 5545 §3.1 forbids most of them. */

const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u;

/** With an alarm or two for each instance. */
const MOST_COMPONENTS = 20_000;

/**
 * Parses a text that is to be one calendar, of which nothing may be lost.
 *
 * @returns the problem's code when it is none
 */
export function parseObject(
  text: string,
  { characters }: Pick<PrepareOptions, 'characters'>,
): JcalComponent | ObjectProblemCode {
  if (text.length > characters) return 'too-large';
  if (FORBIDDEN.test(text)) return 'character-forbidden';
  const limits = { characters, components: MOST_COMPONENTS };
  const whole = prepareWhole(text, limits);
  const calendars = (whole === null ? null : parseWhole(whole)) ?? parsedWithCare(text, limits);
  if (typeof calendars === 'string') return calendars;
  const [calendar, ...others] = calendars;
  if (!calendar || calendar[0] !== 'vcalendar') return 'not-icalendar';
  return others.length > 0 ? 'several-calendars' : calendar;
}

function parsedWithCare(raw: string, limits: PrepareOptions): JcalComponent[] | ObjectProblemCode {
  const { text, problems } = prepare(raw, limits);
  if (problems.includes('too-many-components')) return 'too-many-components';
  if (text === null || problems.some((problem) => BROKEN.has(problem))) return 'not-icalendar';
  if (problems.includes('line-unreadable')) return 'line-unreadable';
  const { calendars, unreadable, linesLeftOut } = parseCalendars(text);
  return linesLeftOut || unreadable.length > 0 ? 'line-unreadable' : calendars;
}

const BROKEN: ReadonlySet<string> = new Set(['no-calendar', 'calendar-missing', 'component-unbalanced']);
