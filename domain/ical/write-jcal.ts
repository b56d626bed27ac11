import ICAL from 'ical.js';
import { refold } from './fold.ts';
import type { JcalComponent } from './parse-calendars.ts';

/**
 * A calendar as iCalendar text, with CRLF and folded. Its rules are of the type `text`, as they are read here; in the text they are
 * rules again.
 */
export const writeJcal = (calendar: JcalComponent): string =>
  refold(ICAL.stringify(calendar)).replace(RULES, (rule) => refold(asRule(rule)));

/** With the lines that go on with it. */
const RULES = /^(?:RRULE|EXRULE);.*(?:\r\n[ \t].*)*\r\n/gm;

function asRule(line: string): string {
  const [, name, value] = /^(RRULE|EXRULE);VALUE=TEXT:(.*)$/.exec(line.replace(/\r\n[ \t]?/g, '')) ?? [];
  return name === undefined || value === undefined ? line : `${name}:${value.replace(/\\(.)/g, '$1')}`;
}
