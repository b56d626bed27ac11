import { readCalendar, type CalendarProblem, type ReadEvent } from '../ical/read.ts';
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

/** With what is known, for the record. */
export interface ItipIgnored {
  kind: 'ignored';
  reason: IgnoredReason;
  method: string | null;
  uid: string | null;
  sequence: number | null;
}

/** The attendee asks for the newest version. */
export interface ItipRefresh extends About {
  kind: 'refresh';
}

export type ItipReading = ItipReply | ItipCounter | ItipRefresh | ItipIgnored;

/** A calendar that came with a mail: its text, and the `method` parameter of its MIME part. */
export interface ReceivedCalendar {
  text: string;
  method: string | null;
}

const ORGANIZERS_METHODS = ['REQUEST', 'PUBLISH', 'CANCEL', 'ADD', 'DECLINECOUNTER'];

/** What an attendee says with a mail's calendars: the first of them that says something, or why none does. */
export function readItip(calendars: readonly ReceivedCalendar[]): ItipReading {
  let first: ItipIgnored | null = null;
  for (const calendar of calendars) {
    const reading = readOne(calendar);
    if (reading.kind !== 'ignored') return reading;
    first ??= reading;
  }
  return first ?? ignored('no-calendar', null, null);
}

function readOne({ text, method: parameter }: ReceivedCalendar): ItipReading {
  const { method: inBody, events, problems } = readCalendar(text);
  // Programs rewrite the parameter more often than the body; Outlook goes by the body, too.
  const method = inBody ?? (parameter?.trim().toUpperCase() || null);
  const [firstEvent = null] = events;
  const say = (reason: IgnoredReason) => ignored(reason, method, firstEvent);
  if (problems.includes('calendar-too-large') || problems.includes('too-many-components')) {
    return say('calendar-too-large');
  }
  if (problems.includes('no-calendar')) return say('no-calendar');
  if (problems.includes('calendar-unreadable')) return say('calendar-unreadable');
  if (method === null) return say('method-missing');
  if (ORGANIZERS_METHODS.includes(method)) return say('method-of-an-organizer');
  if (method !== 'REPLY' && method !== 'COUNTER' && method !== 'REFRESH') return say('method-not-understood');
  if (firstEvent === null) return say('event-missing');
  const read = {
    REPLY: reply,
    COUNTER: (event: ReadEvent) => counter(event, problems),
    REFRESH: refresh,
  }[method];
  const readings = events.map((event) => {
    const said = read(event);
    return typeof said === 'string' ? ignored(said, method, event) : said;
  });
  return readings.find((reading) => reading.kind !== 'ignored') ?? readings[0] ?? say('event-missing');
}

const ignored = (reason: IgnoredReason, method: string | null, event: ReadEvent | null): ItipIgnored => ({
  kind: 'ignored',
  reason,
  method,
  uid: event?.uid ?? null,
  sequence: event?.sequence ?? null,
});

/** RFC 5546 §3.2.3. Outlook leaves ORGANIZER out, so it is not asked for. */
function reply(event: ReadEvent): ItipReply | IgnoredReason {
  if (event.uid === null) return 'uid-missing';
  switch (event.attendees[0]?.partstat) {
    case 'ACCEPTED':
    case 'TENTATIVE':
    case 'DECLINED':
      return {
        kind: 'reply',
        ...about(event, event.uid),
        partstat: event.attendees[0].partstat,
        comment: event.comment,
      };
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
function counter(event: ReadEvent, problems: CalendarProblem[]): ItipCounter | IgnoredReason {
  if (event.uid === null) return 'uid-missing';
  if (event.time === null) {
    return (
      (['time-unreadable', 'zone-unknown'] as const).find((code) => problems.includes(code)) ?? 'time-missing'
    );
  }
  return { kind: 'counter', ...about(event, event.uid), time: event.time, note: event.comment };
}

/** RFC 5546 §3.2.6 */
const refresh = (event: ReadEvent): ItipRefresh | IgnoredReason =>
  event.uid === null ? 'uid-missing' : { kind: 'refresh', ...about(event, event.uid) };

const about = (event: ReadEvent, uid: string): About => ({
  uid,
  attendee: event.attendees[0]?.address ?? null,
  sequence: event.sequence,
  dtstampMs: event.dtstampMs,
  recurrenceIdMs: event.recurrenceIdMs,
});
