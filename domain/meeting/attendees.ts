import type { Partstat } from '../ical/partstat.ts';
import type { Instant } from '../time/instant.ts';
import type { AttendeeId, Part } from './attendee-id.ts';
import type { MessageSpec } from './message-spec.ts';

/** An attendee's newest answer. SEQUENCE, then DTSTAMP decide which is newer (RFC 5546 §2.1.5). */
export interface Answer {
  partstat: Partstat;
  sequence: number;
  dtstampMs: Instant;
}

/** Somebody who takes part, as the meeting knows them: without an address or a name. */
export interface Attendee extends Part {
  id: AttendeeId;
  answer: Answer;
  /** They booked it for themselves; absent: others invited them. */
  booked?: true;
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

/** What an attendee is told in words, and what of it waits to be told. */
export interface Notes {
  /** When they got the last one; null: they have got none. */
  lastMs: Instant | null;
  /** Too soon after the last one; the newest about each matter. */
  waiting: MessageSpec[];
  /** Of whose proposals they were told, and not yet that these came to nothing. */
  toldOpen: AttendeeId[];
}

/** How much of what was used on one day; on the next one nothing is. */
export interface Used {
  /** Days since 1970-01-01, in UTC: no zone of an attendee makes it longer or shorter. */
  day: number;
  times: Record<string, number>;
}

export const unanswered = (sequence: number): Answer => ({
  partstat: 'NEEDS-ACTION',
  sequence,
  dtstampMs: 0,
});

/** Of somebody who agreed, at `atMs`, to the time of that SEQUENCE before it was the meeting's. */
export const agreedAlready = (sequence: number, atMs: Instant): Answer => ({
  partstat: 'ACCEPTED',
  sequence,
  dtstampMs: atMs,
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
