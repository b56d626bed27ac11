import { readCalendar, type CalendarProblem, type ReadAttendee, type ReadEvent } from '../ical/read.ts';
import type { ReadTime } from '../ical/read-time.ts';
import type { Instant, Partstat } from '../meeting/state.ts';

/** Why a message changes nothing. The codes are stable: they are recorded, answered and counted. */
export type IgnoredReason =
  | 'no-calendar'
  | 'calendar-unreadable'
  | 'calendar-too-large'
  | 'method-missing'
  /** A REQUEST, PUBLISH, CANCEL, ADD or DECLINECOUNTER: an organizer's, and Parley attends nothing. */
  | 'method-of-an-organizer'
  | 'method-not-understood'
  | 'event-missing'
  | 'uid-missing'
  /** NEEDS-ACTION: the attendee has not decided. */
  | 'partstat-needs-action'
  | 'partstat-delegated'
  | 'partstat-not-understood'
  | 'time-missing'
  | 'time-unreadable'
  | 'zone-unknown';

interface About {
  uid: string;
  /** In lower case; null when the message names nobody: its sender counts then. */
  attendee: string | null;
  /** Who writes for the attendee (RFC 5545 §3.2.18), in lower case. */
  sentBy: string | null;
  sequence: number;
  /** Null when DTSTAMP is missing: the time of arrival counts then. */
  dtstampMs: Instant | null;
  /** The instance that it is about; null: all of the event. */
  recurrenceIdMs: Instant | null;
}

export interface ItipReply extends About {
  kind: 'reply';
  partstat: Exclude<Partstat, 'NEEDS-ACTION'>;
  comment: string;
}

export interface ItipCounter extends About {
  kind: 'counter';
  /** Floating times are the attendee's own; `resolveFloating` makes instants of them. */
  time: ReadTime;
  note: string;
}

/** The attendee asks for the newest version (RFC 5546 §3.2.6). */
export interface ItipRefresh extends About {
  kind: 'refresh';
}

/** With what is known, for the record. */
export interface ItipIgnored {
  kind: 'ignored';
  reason: IgnoredReason;
  method: string | null;
  uid: string | null;
  sequence: number | null;
}

export type ItipReading = ItipReply | ItipCounter | ItipRefresh | ItipIgnored;

/** A calendar that came with a mail: its text, and the `method` parameter of its MIME part. */
export interface ReceivedCalendar {
  text: string;
  method: string | null;
}

/** Some programs answer a series with an event for each of its instances. */
const MOST_EVENTS = 100;
const LONGEST_METHOD = 100;
const ORGANIZERS_METHODS = ['REQUEST', 'PUBLISH', 'CANCEL', 'ADD', 'DECLINECOUNTER'];

/**
 * What an attendee says with a mail's calendars: the first event of the first of them that says something, or why none
 * does. The others say nothing: Outlook shows the first event only, so nobody can have meant them (see
 * docs/client-quirks.md).
 *
 * @param sender the address of From in lower case: where a program repeats all attendees, it is this one that answers
 */
export function readItip(calendars: readonly ReceivedCalendar[], sender: string | null = null): ItipReading {
  let first: ItipIgnored | null = null;
  for (const calendar of calendars) {
    const reading = readOne(calendar, sender);
    if (reading.kind !== 'ignored') return reading;
    first ??= reading;
  }
  return first ?? ignored('no-calendar', null, null);
}

function readOne({ text, method: parameter }: ReceivedCalendar, sender: string | null): ItipReading {
  const { method: inBody, events, problems } = readCalendar(text, MOST_EVENTS);
  // Programs rewrite the parameter more often than the body; Outlook goes by the body, too.
  const method = (inBody ?? (parameter?.trim().toUpperCase() || null))?.slice(0, LONGEST_METHOD) ?? null;
  const [firstEvent = null] = events;
  const say = (reason: IgnoredReason) => ignored(reason, method, firstEvent);
  if (problems.includes('calendar-too-large') || problems.includes('too-many-components')) {
    return say('calendar-too-large');
  }
  if (problems.includes('no-calendar')) return say('no-calendar');
  if (problems.includes('calendar-unreadable')) return say('calendar-unreadable');
  if (method === null) return say('method-missing');
  if (ORGANIZERS_METHODS.includes(method)) return say('method-of-an-organizer');
  const read = READERS.get(method);
  if (!read) return say('method-not-understood');
  let first: ItipIgnored | null = null;
  for (const event of events) {
    const said = read(event, answererOf(event, sender), problems);
    if (typeof said !== 'string') return said;
    first ??= ignored(said, method, event);
  }
  return first ?? say('event-missing');
}

type Reader = (
  event: ReadEvent,
  attendee: ReadAttendee | null,
  problems: CalendarProblem[],
) => ItipReply | ItipCounter | ItipRefresh | IgnoredReason;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['REPLY', reply],
  ['COUNTER', counter],
  ['REFRESH', refresh],
]);

/** An answer has one ATTENDEE (RFC 5546 §3.2.3); programs that copy the invitation send all of them. */
const answererOf = ({ attendees }: ReadEvent, sender: string | null): ReadAttendee | null =>
  (sender === null ? undefined : attendees.find(({ address }) => address === sender)) ??
  (sender === null ? undefined : attendees.find(({ sentBy }) => sentBy === sender)) ??
  attendees[0] ??
  null;

const ignored = (reason: IgnoredReason, method: string | null, event: ReadEvent | null): ItipIgnored => ({
  kind: 'ignored',
  reason,
  method,
  uid: event?.uid ?? null,
  sequence: event?.sequence ?? null,
});

/** RFC 5546 §3.2.3. Outlook leaves ORGANIZER out, so it is not asked for. */
function reply(event: ReadEvent, attendee: ReadAttendee | null): ItipReply | IgnoredReason {
  if (event.uid === null) return 'uid-missing';
  const partstat = attendee?.partstat;
  switch (partstat) {
    case 'ACCEPTED':
    case 'TENTATIVE':
    case 'DECLINED':
      return { kind: 'reply', ...about(event, event.uid, attendee), partstat, comment: event.comment };
    case 'DELEGATED':
      return 'partstat-delegated';
    case 'NEEDS-ACTION':
    case undefined:
      return 'partstat-needs-action';
    default:
      return 'partstat-not-understood';
  }
}

/**
 * RFC 5546 §3.2.7. Outlook's "decline and propose a new time" is a COUNTER with PARTSTAT=DECLINED, and its
 * "tentative and propose" one with TENTATIVE: the new time is what the attendee wants, so neither is an answer.
 */
function counter(event: ReadEvent, attendee: ReadAttendee | null): ItipCounter | IgnoredReason {
  if (event.uid === null) return 'uid-missing';
  const { time } = event;
  if (time === null) return event.timeProblem ?? 'time-missing';
  return { kind: 'counter', ...about(event, event.uid, attendee), time, note: event.comment };
}

function refresh(event: ReadEvent, attendee: ReadAttendee | null): ItipRefresh | IgnoredReason {
  if (event.uid === null) return 'uid-missing';
  return { kind: 'refresh', ...about(event, event.uid, attendee) };
}

const about = (event: ReadEvent, uid: string, attendee: ReadAttendee | null): About => ({
  uid,
  attendee: attendee?.address ?? null,
  sentBy: attendee?.sentBy ?? null,
  sequence: event.sequence,
  dtstampMs: event.dtstampMs,
  recurrenceIdMs: event.recurrenceIdMs,
});
