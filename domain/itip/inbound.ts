import { readCalendar, type ReadAttendee, type ReadEvent } from '../ical/read.ts';
import type { ReadTime } from '../ical/read-time.ts';
import type { Partstat } from '../ical/partstat.ts';
import type { Instant } from '../time/instant.ts';

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
  /** NEEDS-ACTION: the attendee has not decided. */
  | 'partstat-needs-action'
  | 'partstat-not-understood'
  | 'time-missing'
  | 'time-unreadable'
  | 'zone-unknown';

interface About {
  /** Null when it is missing, or longer than any that can be matched. */
  uid: string | null;
  /** In lower case; null when the message names nobody: its sender counts then. */
  attendee: string | null;
  /** Who writes for the attendee (RFC 5545 §3.2.18), in lower case. */
  sentBy: string | null;
  /** Whom the attendee answers for, having been sent by them (RFC 5545 §3.2.4), in lower case. */
  delegatedFrom: string | null;
  /** Null when SEQUENCE is missing, or none that there can be. */
  sequence: number | null;
  /** Null when DTSTAMP is missing: the time of arrival counts then. */
  dtstampMs: Instant | null;
  /** The instance that it is about; null: all of the event. */
  recurrenceIdMs: Instant | null;
  /** Whose invitation it answers, in lower case; null: it does not say, as Outlook's answers. */
  organizer: string | null;
}

export interface ItipReply extends About {
  kind: 'reply';
  partstat: Exclude<Partstat, 'NEEDS-ACTION'>;
  /** It says something else of the same attendee, too: nobody can tell which is meant. */
  contradicted: boolean;
  comment: string;
  /** When the event is, as the attendee's program knows it. Made when asked for. */
  readonly time: ReadTime | null;
}

/** The attendee sends somebody else (RFC 5546 §3.2.2.3). */
export interface ItipDelegation extends About {
  kind: 'delegation';
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
  /** Whom it names, in lower case. */
  attendee: string | null;
  recurrenceIdMs: Instant | null;
  /** What a person wrote into an answer that says nothing else. */
  comment: string;
}

/** Something that an attendee says. */
export type ItipSaid = ItipReply | ItipCounter | ItipRefresh | ItipDelegation;

export type ItipReading = ItipSaid | ItipIgnored;

/** A calendar that came with a mail: its text, and the `method` parameter of its MIME part. */
export interface ReceivedCalendar {
  text: string;
  method: string | null;
}

/** Some programs answer a series with an event for each of its instances. */
const MOST_EVENTS = 100;
const MOST_READINGS = 200;
const LONGEST_METHOD = 100;
const ORGANIZERS_METHODS = ['REQUEST', 'PUBLISH', 'CANCEL', 'ADD', 'DECLINECOUNTER'];

/**
 * What an attendee says with a mail's calendars: a reading of each event of each of them, in their order; at least one.
 * Which of them is about a meeting, `readingAbout` tells.
 *
 * @param sender the address of From in lower case: where a program repeats all attendees, it is this one that answers
 */
export function readItip(
  calendars: readonly ReceivedCalendar[],
  sender: string | null = null,
): ItipReading[] {
  const readings = calendars.flatMap((calendar) => readOne(calendar, sender)).slice(0, MOST_READINGS);
  return readings.length > 0 ? readings : [ignored('no-calendar', null, null)];
}

/** The first that says something, else the first; of `readItip`'s, which are at least one. */
export const firstSaid = (readings: readonly ItipReading[]): ItipReading =>
  readings.find(({ kind }) => kind !== 'ignored') ?? readings[0] ?? ignored('no-calendar', null, null);

function readOne({ text, method: parameter }: ReceivedCalendar, sender: string | null): ItipReading[] {
  const { method: ofFirst, events, problems } = readCalendar(text, MOST_EVENTS);
  // Programs rewrite the parameter more often than the body; Outlook goes by the body, too.
  const methodOf = (inBody: string | null): string | null =>
    (inBody ?? (parameter?.trim().toUpperCase() || null))?.slice(0, LONGEST_METHOD) ?? null;
  const [firstEvent = null] = events;
  const say = (reason: IgnoredReason) => [ignored(reason, methodOf(ofFirst), firstEvent)];
  if (problems.includes('calendar-too-large') || problems.includes('too-many-components')) {
    return say('calendar-too-large');
  }
  if (problems.includes('no-calendar')) return say('no-calendar');
  if (events.length > 0) return events.map((event) => readEvent(event, methodOf(event.method), sender));
  if (problems.includes('calendar-unreadable')) return say('calendar-unreadable');
  return say(methodProblem(methodOf(ofFirst)) ?? 'event-missing');
}

function methodProblem(method: string | null): IgnoredReason | null {
  if (method === null) return 'method-missing';
  if (ORGANIZERS_METHODS.includes(method)) return 'method-of-an-organizer';
  return READERS.has(method) ? null : 'method-not-understood';
}

function readEvent(event: ReadEvent, method: string | null, sender: string | null): ItipReading {
  const attendee = answererOf(event, sender);
  const problem = methodProblem(method);
  const read = method === null ? undefined : READERS.get(method);
  const said = problem ?? read?.(event, attendee) ?? 'method-not-understood';
  return typeof said === 'string' ? ignored(said, method, event, attendee) : said;
}

type Reader = (event: ReadEvent, attendee: Answerer | null) => ItipSaid | IgnoredReason;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['REPLY', reply],
  ['COUNTER', counter],
  ['REFRESH', (event, attendee) => ({ kind: 'refresh', ...about(event, attendee) })],
]);

type Answerer = ReadAttendee & Pick<ItipReply, 'contradicted'>;

/**
 * An answer has one ATTENDEE (RFC 5546 §3.2.3); programs that copy the invitation send all of them, and some the same one
 * twice, as it was invited and as it answers: what says something counts.
 */
function answererOf({ attendees }: ReadEvent, sender: string | null): Answerer | null {
  const named =
    (sender === null ? undefined : attendees.find(({ address }) => address === sender)) ??
    (sender === null ? undefined : attendees.find(({ sentBy }) => sentBy === sender)) ??
    attendees[0];
  if (named === undefined) return null;
  const saying = attendees.filter(
    ({ address, partstat }) => address === named.address && partstat !== 'NEEDS-ACTION',
  );
  const contradicted = new Set(saying.map(({ partstat }) => partstat)).size > 1;
  return { ...(saying.at(-1) ?? named), contradicted };
}

const ignored = (
  reason: IgnoredReason,
  method: string | null,
  event: ReadEvent | null,
  attendee: ReadAttendee | null = null,
): ItipIgnored => ({
  kind: 'ignored',
  reason,
  method,
  uid: event?.uid ?? null,
  sequence: event?.sequence ?? null,
  attendee: attendee?.address ?? null,
  recurrenceIdMs: event?.recurrenceIdMs ?? null,
  // The organizer's own words, which come back in a REQUEST, are nobody's answer.
  comment: method === 'REPLY' ? (event?.comment ?? '') : '',
});

/** What programs write for it that do not keep to the word. */
const MISSPELT: Partial<Record<string, string>> = { ACCEPT: 'ACCEPTED', DECLINE: 'DECLINED' };

const partstatOf = (written: string | undefined): string | undefined => MISSPELT[written ?? ''] ?? written;

/** RFC 5546 §3.2.3. */
function reply(event: ReadEvent, attendee: Answerer | null): ItipReply | ItipDelegation | IgnoredReason {
  const partstat = partstatOf(attendee?.partstat);
  switch (partstat) {
    case 'ACCEPTED':
    case 'TENTATIVE':
    case 'DECLINED':
      return {
        kind: 'reply',
        ...about(event, attendee),
        partstat,
        contradicted: attendee?.contradicted ?? false,
        comment: event.comment,
        get time() {
          return event.time;
        },
      };
    case 'DELEGATED':
      return { kind: 'delegation', ...about(event, attendee) };
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
function counter(event: ReadEvent, attendee: Answerer | null): ItipCounter | IgnoredReason {
  const { time } = event;
  if (time === null) return event.timeProblem ?? 'time-missing';
  return { kind: 'counter', ...about(event, attendee), time, note: event.comment };
}

const about = (event: ReadEvent, attendee: ReadAttendee | null): About => ({
  uid: event.uid,
  attendee: attendee?.address ?? null,
  sentBy: attendee?.sentBy ?? null,
  delegatedFrom: attendee?.delegatedFrom ?? null,
  sequence: event.sequence,
  dtstampMs: event.dtstampMs,
  recurrenceIdMs: event.recurrenceIdMs,
  organizer: event.organizer,
});
