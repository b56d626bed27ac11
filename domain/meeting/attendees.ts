import type { Partstat } from '../ical/partstat.ts';
import type { Instant } from '../time/instant.ts';
import type { Notes } from './notes.ts';

/** What somebody is in a meeting. */
export type Role = 'host' | 'guest';
export const ROLES: readonly Role[] = ['host', 'guest'];

/**
 * Names somebody's part in a meeting, for ever: the role, and from the second of it on a number (`host`, `guest`,
 * `guest-2`). It says nothing of who that is; only the database knows.
 */
export type AttendeeId = string;

/** An attendee's newest answer. SEQUENCE, then DTSTAMP decide which is newer (RFC 5546 §2.1.5). */
export interface Answer {
  partstat: Partstat;
  sequence: number;
  dtstampMs: Instant;
}

/** Somebody's part in a meeting. Without a required one it does not take place; an optional one is told, and may come. */
export interface Part {
  role: Role;
  required: boolean;
}

/** Somebody who takes part, as the meeting knows them: without an address or a name. */
export interface Attendee extends Part {
  id: AttendeeId;
  answer: Answer;
  /** The newest invitation came back. */
  unreachable: boolean;
  /** When words of theirs were answered last. */
  textAnsweredMs: Instant | null;
  /** What of the budgets of a day they have used. */
  used: Used;
  notes: Notes;
  /** Fingerprints of the answers that they were asked about last. */
  asked: string[];
}

/** How much of what was used on one day; on the next one nothing is. */
export interface Used {
  /** Days since 1970-01-01, in UTC: no zone of an attendee makes it longer or shorter. */
  day: number;
  times: Record<string, number>;
}

/** Somebody to be invited. Who it is stands in the database with the request. */
export interface Invite extends Part {
  requestId: string;
}

export const unanswered = (sequence: number): Answer => ({
  partstat: 'NEEDS-ACTION',
  sequence,
  dtstampMs: 0,
});

/** Somebody who takes part from now on. */
export const newAttendee = (id: AttendeeId, { role, required }: Part, sequence: number): Attendee => ({
  id,
  role,
  required,
  answer: unanswered(sequence),
  unreachable: false,
  textAnsweredMs: null,
  used: { day: 0, times: {} },
  notes: { lastMs: null, waiting: [], toldOpen: [] },
  asked: [],
});

/** @param nth how many of the role there are with this one, those who were removed included */
export const attendeeId = (role: Role, nth: number): AttendeeId => (nth === 1 ? role : `${role}-${nth}`);

export const roleOf = (id: AttendeeId): Role => (id.startsWith('host') ? 'host' : 'guest');

/** Ids for new attendees, which nobody of the meeting ever had. */
export function idsFor(known: readonly AttendeeId[], parts: readonly Part[]): AttendeeId[] {
  const count = { host: 0, guest: 0 };
  for (const id of known) count[roleOf(id)] += 1;
  return parts.map(({ role }) => attendeeId(role, (count[role] += 1)));
}
