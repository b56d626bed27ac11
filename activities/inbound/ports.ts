import type { CalendarMethod } from '../../domain/meeting/decision.ts';
import type { CalendarEventSeen } from '../../domain/meeting/events.ts';
import type { AttendeeId } from '../../domain/meeting/attendees.ts';
import type { MeetingInput, MeetingStatus } from '../../domain/meeting/state.ts';
import type { Instant, TimeRange } from '../../domain/time/instant.ts';
import type { Delivery } from '../../workflows/delivery/messages.ts';
import type { SignalEvent } from '../../workflows/meeting/messages.ts';
import type { ReadingProblem } from '../reading-failures.ts';
import type { InboundDecision, Understanding } from '../understanding/decision.ts';
import type { UnderstandingPorts } from '../understanding/read-message.ts';

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

/** RFC 8601 §2.7, as far as they are told apart here. */
export type AuthenticationResult =
  'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror';

/** What is known of whether a message comes from the domain that its From names. */
export interface Authentication {
  /** Who looked: Parley itself, with the session's address; our own server, in its Authentication-Results; or nobody. */
  source: 'session' | 'own-server' | 'nobody';
  spf: AuthenticationResult;
  dkim: AuthenticationResult;
  dmarc: AuthenticationResult;
  arc: AuthenticationResult;
  /** SPF or DKIM passed for the domain of From, or one of its organizational domain (RFC 7489 §3.1). */
  aligned: boolean;
  /** The domain's own policy says what to do with what fails (RFC 7489 §6.3). */
  policy: 'none' | 'quarantine' | 'reject' | null;
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

/** A meeting and its expected answerers, by UID. */
export interface InvitedMeeting extends TimeRange {
  tenantId: string;
  meetingId: string;
  uid: string;
  status: MeetingStatus;
  /** SEQUENCE of the newest invitation. */
  sequence: number;
  /** When there was the meeting at last: whoever answers it did so later. */
  madeMs: Instant;
  /** The mailbox that invites, in lower case. */
  organizer: string;
  /** In lower case: the invited address first, then what is known of the same person. Empty: nobody yet. */
  addresses: Record<AttendeeId, string[]>;
  /** IANA names; a time that a program sent without a zone is its owner's. */
  timezones: Record<AttendeeId, string | null>;
  /** BCP 47 tags. */
  languages: Record<AttendeeId, string | null>;
}

/** Whom an address or a Message-ID of ours was given to. */
export interface MailOwner {
  /** Reply address, return path, ORGANIZER address, or Message-ID. */
  via: 'reply' | 'bounce' | 'organizer' | 'message-id';
  tenantId: string;
  meetingId: string;
  uid: string;
  attendeeId: AttendeeId;
  /** Of the message that it belongs to; null for an ORGANIZER address, which belongs to an invitation. */
  messageId: string | null;
  method: CalendarMethod | null;
  sequence: number | null;
}

/** A sign-in mail of ours that a report is about, by its return path or by its Message-ID; it belongs to no meeting. */
export interface SignInMail {
  via: 'bounce' | 'message-id';
  tenantId: string;
  messageId: string;
  /** Where it was sent, in lower case. */
  recipient: string;
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

export type OutboxEvent = SignalEvent | CalendarEventWritten | Delivery | FeedChanged;

/** A room's calendar has a meeting; should its workflow not run yet, this starts it. */
export interface CalendarEventWritten extends CalendarEventSeen {
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

/** Messages that no meeting's workflow owns. */
export interface Deliveries {
  /** Starts the delivery; the same key again is the same one. */
  start(message: Delivery): Promise<void>;
}
