import type { Instant, TimeRange } from '../time/instant.ts';
import type { AttendeeId, Invite } from './attendee-id.ts';
import type { Door } from './door.ts';
import type { Answering, CalendarMethod, HeldAnswer } from './message-spec.ts';

interface EventBase {
  /** Names this event for ever: the same key again is the same event. */
  key: string;
  door: Door;
}

/** A meeting begins to hold its time. */
export interface Held extends EventBase {
  type: 'held';
}

/** An open or held meeting is taken, for those who are in it already and those who come with the request. */
export interface Booked extends EventBase {
  type: 'booked';
  invites: Invite[];
}

/** The backend invites somebody else to a booked meeting, or a guest takes a seat in it. */
export interface AttendeeAdded extends EventBase {
  type: 'attendee-added';
  invite: Invite;
  /** They have booked a seat themselves. */
  booked?: true;
}

/** The backend takes somebody out of a booked meeting. */
export interface AttendeeRemoved extends EventBase {
  type: 'attendee-removed';
  attendeeId: AttendeeId;
}

/** Somebody else takes the place of one of its hosts. */
export interface Reassigned extends EventBase {
  type: 'reassigned';
  /** Whose place it is. */
  attendeeId: AttendeeId;
  invite: Invite;
}

/** The backend has the newest invitation sent once more; `attendeeId` null: to everybody. */
export interface ResendRequested extends EventBase {
  type: 'resend-requested';
  attendeeId: AttendeeId | null;
}

/** An iTIP REPLY (RFC 5546 §3.2.3), or the same by a link. */
export interface Answered extends EventBase {
  type: 'answered';
  attendeeId: AttendeeId;
  partstat: Answering;
  sequence: number;
  dtstampMs: Instant;
  /** What its DTSTAMP says cannot be: it was given some time before `dtstampMs`, its arrival. */
  undated?: true;
}

/** The attendee sends somebody else in their place (RFC 5546 §3.2.2.3), which an invitation of ours does not allow. */
export interface DelegationTried extends EventBase {
  type: 'delegation-tried';
  attendeeId: AttendeeId;
}

/** A new time, by the page or by COUNTER (RFC 5546 §3.2.7). Replaces the proposer's pending one. */
export interface Proposed extends EventBase, TimeRange {
  type: 'proposed';
  attendeeId: AttendeeId;
  proposalId: string;
  note: string;
  /** The SEQUENCE that the proposer saw; null when the page showed the current state. */
  sequence: number | null;
  /** It is a slot that the event type offers; its hosts have to approve it. */
  slot?: true;
  /** The link that it was made with; spent together with the change. */
  linkId: string | null;
}

export interface Withdrawn extends EventBase {
  type: 'withdrawn';
  attendeeId: AttendeeId;
  proposalId: string;
  linkId: string | null;
}

/** The decision of one who was asked about a proposal. */
export interface Decided extends EventBase {
  type: 'approved' | 'declined';
  attendeeId: AttendeeId;
  proposalId: string;
  linkId: string | null;
}

/** An attendee whose link has expired asks for a fresh one, by mail to their own address. */
export interface LinkRequested extends EventBase {
  type: 'link-requested';
  attendeeId: AttendeeId;
}

/**
 * Mail that answers or proposes in an attendee's name, without proof that the attendee sent it.
 * It waits until the attendee says so with a link that goes to their own address.
 */
export interface AnswerHeld extends EventBase {
  type: 'answer-held';
  attendeeId: AttendeeId;
  held: HeldAnswer;
  /** The same for the same answer of the same sender; it does not tell who that is. */
  fingerprint: string;
}

/** REFRESH: the attendee's calendar asks for the newest version (RFC 5546 §3.2.6). */
export interface RefreshRequested extends EventBase {
  type: 'refresh-requested';
  attendeeId: AttendeeId;
}

/** The attendee wrote in words, without a calendar part. */
export interface TextReceived extends EventBase {
  type: 'text-received';
  attendeeId: AttendeeId;
  /** The time that the words name, where they name one. */
  suggestion: TimeRange | null;
  /** The answer that the words seem to be, where they seem to be one. */
  leaning?: Answering | null;
}

/** A message to the attendee came back for good. */
export interface Bounced extends EventBase {
  type: 'bounced';
  attendeeId: AttendeeId;
  /** Of the message that came back. */
  method: CalendarMethod | null;
  sequence: number;
}

/**
 * The meeting moves to a new time without asking: the backend says so (send-update with the next SEQUENCE), or somebody takes another
 * slot that its event type offers.
 */
export interface Moved extends EventBase, TimeRange {
  type: 'moved';
  sequence: number;
  /** Who takes another slot; absent: the backend. */
  attendeeId?: AttendeeId;
  /** The link that they do it with; spent together with the change. */
  linkId?: string | null;
}

export interface Cancelled extends EventBase {
  type: 'cancelled';
  /** Who cancels by a link; absent: the backend. */
  attendeeId?: AttendeeId;
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
  | Held
  | Booked
  | AttendeeAdded
  | AttendeeRemoved
  | Reassigned
  | ResendRequested
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
