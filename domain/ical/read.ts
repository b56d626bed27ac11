import ICAL from 'ical.js';
import type { Instant } from '../time/instant.ts';
import { withoutIndent } from './indent.ts';
import { mendLines } from './mend-lines.ts';
import { parseCalendars, type JcalComponent } from './parse-calendars.ts';
import { ANSWER_LIMITS, prepare, type PrepareProblem } from './prepare.ts';
import {
  calendarZones,
  readMoment,
  readTime,
  type CalendarZones,
  type ReadTime,
  type TimeProblem,
} from './read-time.ts';
import { addressOf } from './text.ts';

export interface ReadAttendee {
  /** In lower case, without `mailto:`; null when it is no address of a mailbox. */
  address: string | null;
  /** In upper case; NEEDS-ACTION unless given (RFC 5545 §3.2.12). */
  partstat: string;
  cn: string | null;
  /** SENT-BY in lower case. */
  sentBy: string | null;
  /** DELEGATED-FROM in lower case: for whom this one answers (RFC 5545 §3.2.4). */
  delegatedFrom: string | null;
}

export interface ReadEvent {
  /** Null when it is missing or longer than 800 characters; such an event can be matched with nothing. */
  uid: string | null;
  /** METHOD of its VCALENDAR, in upper case; null: none. */
  method: string | null;
  /** Null when it is missing, or no number that a SEQUENCE can be (RFC 5545 §3.8.7.4). */
  sequence: number | null;
  dtstampMs: Instant | null;
  recurrenceIdMs: Instant | null;
  /** Made when asked for: most answers are understood without it. */
  readonly time: ReadTime | null;
  /** Why there is no time, though there is a DTSTART. */
  readonly timeProblem: TimeProblem | null;
  attendees: ReadAttendee[];
  organizer: string | null;
  comment: string;
  summary: string;
}

/** Stable codes of what was wrong with a calendar; what can be read is read all the same. */
export type CalendarProblem = PrepareProblem | 'calendar-unreadable' | 'event-unreadable' | 'uid-missing';

export interface CalendarRead {
  /** METHOD in upper case; null: none. */
  method: string | null;
  events: ReadEvent[];
  problems: CalendarProblem[];
}

/**
 * Reads iCalendar text of any origin. Never throws; what is wrong is listed, and the rest is given.
 *
 * @param mostEvents the others are not looked at: of a hostile calendar each may cost milliseconds
 */
export function readCalendar(raw: string, mostEvents = Number.POSITIVE_INFINITY): CalendarRead {
  const { text, problems } = prepare(
    raw.length > ANSWER_LIMITS.characters ? raw : mendLines(withoutIndent(raw)),
  );
  const read: CalendarRead = { method: null, events: [], problems: [...problems] };
  if (text === null) return read;
  for (const calendar of parse(text, read.problems)) {
    const method = textOf(calendar, 'method').trim().toUpperCase() || null;
    read.method ??= method;
    const zones = calendarZones(calendar.jCal as JcalComponent);
    for (const event of calendar.getAllSubcomponents('vevent')) {
      if (read.events.length >= mostEvents) break;
      try {
        read.events.push(readEvent(event, { method, zones }, read.problems));
      } catch {
        read.problems.push('event-unreadable');
      }
    }
  }
  return { ...read, problems: [...new Set(read.problems)] };
}

/** What ical.js does not take is left out, and the rest is read. */
function parse(text: string, problems: CalendarProblem[]): ICAL.Component[] {
  const { calendars, unreadable } = parseCalendars(text);
  if (unreadable.length > 0) problems.push('calendar-unreadable');
  return calendars.map((calendar) => new ICAL.Component(calendar));
}

function readEvent(
  event: ICAL.Component,
  { method, zones }: { method: string | null; zones: CalendarZones },
  problems: CalendarProblem[],
): ReadEvent {
  const uid = uidOf(event);
  if (uid === null) problems.push('uid-missing');
  const organizer = event.getFirstProperty('organizer');
  const time = once(() => attempt(() => readTime(event, zones), 'time-unreadable' as const));
  return {
    uid,
    method,
    sequence: sequenceOf(textOf(event, 'sequence')),
    dtstampMs: momentOf(event, 'dtstamp', zones),
    recurrenceIdMs: momentOf(event, 'recurrence-id', zones),
    get time() {
      const read = time();
      return typeof read === 'string' ? null : read;
    },
    get timeProblem() {
      const read = time();
      return typeof read === 'string' ? read : null;
    },
    attendees: event.getAllProperties('attendee').map(readAttendee),
    organizer: organizer ? addressOf(valueText(organizer)) : null,
    comment: event
      .getAllProperties('comment')
      .map(valueText)
      .filter((text) => text.trim() !== '')
      .join('\n'),
    summary: textOf(event, 'summary'),
  };
}

/** RFC 7986 §5.3 asks for 255 octets at most; a database cannot look up what is much longer. */
const LONGEST_UID = 800;

function uidOf(event: ICAL.Component): string | null {
  const uid = textOf(event, 'uid').trim();
  return uid === '' || uid.length > LONGEST_UID ? null : uid;
}

const LARGEST_INTEGER = 2 ** 31 - 1;

/** RFC 5545 §3.3.8 gives an INTEGER 32 bits. */
const sequenceOf = (text: string): number | null =>
  /^\s*\+?\d{1,10}\s*$/.test(text) && Number(text) <= LARGEST_INTEGER ? Number(text) : null;

function readAttendee(property: ICAL.Property): ReadAttendee {
  // Some programs write an EMAIL parameter and something else as the value (RFC 7986 §6.2).
  const email = parameter(property, 'email');
  const other = (name: string) => {
    const named = parameter(property, name);
    return named === null ? null : addressOf(named);
  };
  return {
    address: addressOf(valueText(property)) ?? (email === null ? null : addressOf(email)),
    partstat: (parameter(property, 'partstat') ?? 'NEEDS-ACTION').trim().toUpperCase(),
    cn: parameter(property, 'cn'),
    sentBy: other('sent-by'),
    delegatedFrom: other('delegated-from'),
  };
}

function momentOf(event: ICAL.Component, name: string, zones: CalendarZones): Instant | null {
  const property = event.getFirstProperty(name);
  const moment = property && attempt(() => readMoment(property, zones, event), null);
  return moment !== null && typeof moment === 'object' ? moment.ms : null;
}

function parameter(property: ICAL.Property, name: string): string | null {
  const values = property.getParameter(name) as unknown;
  const value: unknown = Array.isArray(values) ? values[0] : values;
  return typeof value === 'string' && value !== '' ? value : null;
}

function textOf(component: ICAL.Component, name: string): string {
  const property = component.getFirstProperty(name);
  return property ? valueText(property) : '';
}

function valueText(property: ICAL.Property): string {
  const value: unknown = attempt(() => property.getFirstValue() as unknown, null);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** ical.js decodes a value when it is asked for, and throws then. */
function attempt<T, F>(read: () => T, otherwise: F): T | F {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** The same result each time, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { result: T } | undefined;
  return () => (made ??= { result: make() }).result;
}
