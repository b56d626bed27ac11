import type { Door, Instant, Partstat, Role, TimeRange } from './state.ts';

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

/** A deadline of `nextDeadline` has come. */
export interface DeadlineReached extends EventBase {
  type: 'deadline';
}

export type MeetingEvent =
  | Booked
  | Answered
  | Proposed
  | Withdrawn
  | Decided
  | LinkRequested
  | Moved
  | Cancelled
  | PresenceChanged
  | DeadlineReached;
