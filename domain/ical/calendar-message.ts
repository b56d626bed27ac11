import type { Partstat } from './partstat.ts';
import type { Instant, TimeRange } from '../time/instant.ts';

/** The iTIP methods that Parley writes (RFC 5546 §1.4); REPLY, COUNTER and REFRESH are an attendee's. */
export type WrittenMethod = 'REQUEST' | 'CANCEL' | 'DECLINECOUNTER' | 'REPLY' | 'COUNTER' | 'REFRESH';

/** A meeting as somebody keeps it in their own calendar; it has nobody's address. All texts are plain. */
export type CalendarEntry = Pick<
  CalendarMessage,
  'uid' | 'sequence' | 'dtstampMs' | 'time' | 'zone' | 'summary' | 'description' | 'location' | 'joinUrl'
>;

/** One iTIP message about one event, for or from one attendee. All texts are plain; `writeCalendar` escapes. */
export interface CalendarMessage {
  method: WrittenMethod;
  uid: string;
  sequence: number;
  dtstampMs: Instant;
  time: TimeRange;
  /** IANA name of the zone that DTSTART and DTEND are written in; null: UTC. */
  zone: string | null;
  summary: string;
  description: string;
  /** In words; absent or empty: it is where `joinUrl` leads. */
  location?: string;
  /** The address to join at; null: none. */
  joinUrl: string | null;
  organizer: CalendarUser;
  /** The only ATTENDEE: attendees never see each other. */
  attendee: CalendarUser & { partstat: Partstat; required: boolean };
  /** COMMENT; empty: none. */
  comment: string;
  /** A VALARM each, which only a REQUEST may have (RFC 5546 §3.2); minutes before the start. */
  alarmMinutesBefore?: readonly number[];
}

export interface CalendarUser {
  /** Without `mailto:`. */
  address: string;
  name: string | null;
}
