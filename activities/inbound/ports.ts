import type { CalendarEventSeen, Held } from '../../domain/meeting/events.ts';
import type { MeetingInput } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Delivery, NewMail } from '../../workflows/delivery/messages.ts';
import type { SignalEvent } from '../../workflows/meeting/messages.ts';
import type { ReadingProblem } from '../reading-failures.ts';
import type { InboundDecision, Understanding } from '../understanding/decision.ts';
import type { Authentication, InvitedMeeting, UnderstandingPorts } from '../understanding/ports.ts';

/** The doors that mail comes in through. */
export type MailDoor = 'smtp' | 'lmtp' | 'imap' | 'webhook';

/** What the SMTP session knew of whoever handed a message over; SPF asks for it. */
export interface MailSession {
  clientAddress: string;
  helo: string;
}

export interface ArrivingMessage {
  raw: Buffer;
  door: MailDoor;
  envelope: { from: string | null; to: string[] };
  /** The only tenant whose meetings it may be about; null: the UID tells. */
  tenantId: string | null;
  /** Null where another server took it in first: then only what that server wrote counts. */
  session?: MailSession | null;
}

/** Looks whether a message is from whom it says. */
export interface MailAuthenticator {
  authenticate(message: {
    raw: Buffer;
    door: MailDoor;
    envelope: { from: string | null };
    session: MailSession | null;
  }): Promise<Authentication>;
}

/** A stored message, with all that was known when it arrived. */
export interface StoredMessage {
  raw: Buffer;
  door: MailDoor;
  envelope: { from: string | null; to: string[] };
  session: MailSession | null;
  tenantId: string | null;
  receivedMs: Instant;
}

/** The bytes of a stored message were removed when their time was over. */
export class ContentRemoved extends Error {
  constructor() {
    super('the content of the message was removed');
    this.name = 'ContentRemoved';
  }
}

/** What became of beginning to decide: it is decided already, if only as one that was tried often enough. */
export type BegunAttempt = 'begun' | 'underway' | Understanding;

/** Messages that came in, each stored whole before anything is decided about it. */
export interface InboundStore {
  /** Stores it; `earlier` when the same message was here before and is decided. */
  receive(message: ArrivingMessage & { dedupeKey: string; atMs: Instant }): Promise<{
    id: string;
    /** It was not here before. */
    isNew: boolean;
    earlier: Understanding | null;
  }>;
  invitedMeeting(uid: string, tenantId: string | null): Promise<InvitedMeeting | null>;
  ownersOf: UnderstandingPorts['ownersOf'];
  signInMailsOf: UnderstandingPorts['signInMailsOf'];
  decidedSince: UnderstandingPorts['decidedSince'];
  /** Records the decision and, in the same transaction, what has to follow from it. */
  decide(id: string, decision: InboundDecision, atMs: Instant): Promise<void>;
  /**
   * Counts an attempt to decide before it begins, so that one that ends its process is counted, too. `receive` has
   * counted the first of a new message. While one is under way no other begins, however many copies come and workers
   * look: attempts that have not failed are not used up.
   */
  begin(id: string, atMs: Instant): Promise<BegunAttempt>;
  /** An attempt to decide failed; after the last one the message is put aside. */
  failed(id: string, atMs: Instant): Promise<void>;
  /** It is not tried again by itself. */
  putAside(id: string, reason: ReadingProblem, atMs: Instant): Promise<void>;
  /** An attempt that was counted did not begin. */
  postponed(id: string): Promise<void>;
  /** Notes which meeting a message that could not be decided is about. */
  locate(id: string, meeting: { tenantId: string; meetingId: string; uid: string }): Promise<void>;
  stored(id: string): Promise<StoredMessage>;
  /** Messages that were stored before `beforeMs` and never decided. */
  undecided(beforeMs: Instant): Promise<string[]>;
}

/** What has to follow from a change, written together with it. */
export interface Outbox {
  /** Written before `beforeMs`, oldest first. */
  pendingBefore(beforeMs: Instant, limit: number): Promise<PendingEvent[]>;
  delivered(eventKey: string): Promise<void>;
  /** The meeting does not run any more; nobody is left to tell. */
  gaveUp(eventKey: string): Promise<void>;
}

export interface PendingEvent {
  /** Of the meeting; for `feed-changed` anything that names the feed. */
  uid: string;
  event: OutboxEvent;
}

export type OutboxEvent = SignalEvent | CalendarEventWritten | TimeHeld | NewMail | FeedChanged;

/** A room's calendar has a meeting; should its workflow not run yet, this starts it. */
export interface CalendarEventWritten extends CalendarEventSeen {
  meeting: MeetingInput;
}

/** A meeting holds its time; should its workflow not run yet, this starts it, so that the time is given back. */
export interface TimeHeld extends Held {
  meeting: MeetingInput;
}

/** The settings of a room's feed were changed. */
export interface FeedChanged {
  type: 'feed-changed';
  /** Names this change for ever. */
  key: string;
  calendarId: string;
}

/** Makes a feed's syncs be as its row says. */
export interface FeedArranger {
  /** May be repeated; of several changes the last one's row counts. */
  arrange(meetingId: string): Promise<void>;
}

/** Messages that no meeting's workflow owns, and events to endpoints. */
export interface Deliveries {
  /** Starts the delivery; the same key again is the same one. */
  start(message: Delivery): Promise<void>;
}
