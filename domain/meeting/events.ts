import type { CalendarMethod } from './decision.ts';
import type { Door, Role } from './state.ts';
import type { Partstat } from '../ical/partstat.ts';
import type { Instant, TimeRange } from '../time/instant.ts';

interface EventBase {
  /** Names this event for ever: the same key again is the same event. */
  key: string;
  door: Door;
}

/** The guest of booking request `requestId` takes the meeting. */
export interface Booked extends EventBase {
  type: 'booked';
  requestId: string;
}

/** An iTIP REPLY (RFC 5546 §3.2.3). */
export interface Answered extends EventBase {
  type: 'answered';
  role: Role;
  partstat: Exclude<Partstat, 'NEEDS-ACTION'>;
  sequence: number;
  dtstampMs: Instant;
  /** What its DTSTAMP says cannot be: it was given some time before `dtstampMs`, its arrival. */
  undated?: true;
}

/** The party sends somebody else in its place (RFC 5546 §3.2.2.3), which an invitation of ours does not allow. */
export interface DelegationTried extends EventBase {
  type: 'delegation-tried';
  role: Role;
}

/** A new time, by the page or by COUNTER (RFC 5546 §3.2.7). Replaces the proposer's pending one. */
export interface Proposed extends EventBase, TimeRange {
  type: 'proposed';
  role: Role;
  proposalId: string;
  note: string;
  /** The SEQUENCE that the proposer saw; null when the page showed the current state. */
  sequence: number | null;
  /** The link that it was made with; spent together with the change. */
  linkId: string | null;
}

export interface Withdrawn extends EventBase {
  type: 'withdrawn';
  role: Role;
  proposalId: string;
  linkId: string | null;
}

/** The counterparty's decision about a proposal. */
export interface Decided extends EventBase {
  type: 'approved' | 'declined';
  role: Role;
  proposalId: string;
  linkId: string | null;
}

/** A party whose link has expired asks for a fresh one, by mail to its own address. */
export interface LinkRequested extends EventBase {
  type: 'link-requested';
  role: Role;
}

/**
 * Mail that answers or proposes in a party's name, without proof that the party sent it.
 * It waits until the party says so with a link that goes to its own address.
 */
export interface AnswerHeld extends EventBase {
  type: 'answer-held';
  role: Role;
  held: HeldAnswer;
  /** The same for the same answer of the same sender; it does not tell who that is. */
  fingerprint: string;
}

export interface HeldAnswer {
  /** The stored message that says it. */
  inboundId: string;
  says: Answered['partstat'] | 'COUNTER';
  /** The time that a COUNTER asks for. */
  time: TimeRange | null;
}

/** REFRESH: the party's calendar asks for the newest version (RFC 5546 §3.2.6). */
export interface RefreshRequested extends EventBase {
  type: 'refresh-requested';
  role: Role;
}

/** The party wrote in words, without a calendar part. */
export interface TextReceived extends EventBase {
  type: 'text-received';
  role: Role;
  /** The time that the words name, where they name one. */
  suggestion: TimeRange | null;
}

/** A message to the party came back for good. */
export interface Bounced extends EventBase {
  type: 'bounced';
  role: Role;
  /** Of the message that came back. */
  method: CalendarMethod | null;
  sequence: number;
}

/** The backend moves the meeting to a new time without asking (send-update with the next SEQUENCE). */
export interface Moved extends EventBase, TimeRange {
  type: 'moved';
  sequence: number;
}

export interface Cancelled extends EventBase {
  type: 'cancelled';
  reason: string;
}

/** Somebody entered or left the room. */
export interface PresenceChanged extends EventBase {
  type: 'joined' | 'left';
  participantId: string;
}

/** The calendar of its room has the meeting: when it is, and what it is called. */
export interface CalendarEventSeen extends EventBase, TimeRange {
  type: 'calendar-event';
  title: string;
  /** When the calendar was read: what an older reading says, and comes later, changes nothing. */
  saidMs: Instant;
}

/** The calendar of its room does not have the meeting any more. */
export interface CalendarEventRemoved extends EventBase {
  type: 'calendar-event-removed';
  saidMs: Instant;
}

/** Somebody begins a meeting in a room that is in no calendar. */
export interface Opened extends EventBase {
  type: 'opened';
}

/** A deadline of `nextDeadline` has come. */
export interface DeadlineReached extends EventBase {
  type: 'deadline';
}

export type MeetingEvent =
  | Booked
  | Answered
  | DelegationTried
  | Proposed
  | Withdrawn
  | Decided
  | LinkRequested
  | AnswerHeld
  | RefreshRequested
  | TextReceived
  | Bounced
  | Moved
  | Cancelled
  | PresenceChanged
  | CalendarEventSeen
  | CalendarEventRemoved
  | Opened
  | DeadlineReached;
