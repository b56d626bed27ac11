import type { CalendarMethod, Change, MessageSpec, RefusalCode } from '../domain/meeting/decision.ts';
import type { Booked, CalendarEventSeen, Cancelled, MeetingEvent, Opened } from '../domain/meeting/events.ts';
import type { LinkPurpose } from '../domain/meeting/links.ts';
import type { MeetingInput, Role } from '../domain/meeting/state.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Command, MeetingOutcome, ResendRequest, SignalEvent } from '../workflows/meeting/messages.ts';

/** Tells the time; the only way for activities to know it. */
export interface Clock {
  nowMs(): Instant;
}

/**
 * Everything that one party's message is made of.
 * It has no field for the other party's address, so nothing that is rendered from it can contain one.
 */
export interface MessageView {
  spec: MessageSpec;
  uid: string;
  /** With angle brackets. Fixed before the first attempt. */
  messageId: string;
  tenant: { organizerEmail: string; organizerName: string; productName: string };
  /** Where answers go: mail to `mail` (null: to From), those of calendar programs to `calendar`, the ORGANIZER. */
  answerTo: { mail: string | null; calendar: string };
  /** Free text with both parties' addresses already hidden. */
  meeting: { title: string; description: string };
  recipient: {
    role: Role;
    email: string;
    name: string | null;
    timezone: string | null;
    /** BCP 47; null: the installation's default. */
    language: string | null;
  };
  counterpart: { name: string | null; timezone: string | null };
  /** IANA name: the zone of DTSTART and DTEND; null: UTC. */
  hostTimezone: string | null;
  /** Of those that `LINKS` names for its kind, the address; `join` is also the event's own. */
  links: { join: string } & Partial<Record<LinkPurpose, string>>;
}

/** Everything that the mail with an owner's sign-in link is made of. */
export interface SignInView {
  /** With angle brackets. Fixed before the first attempt. */
  messageId: string;
  /** Date. */
  dateMs: Instant;
  tenant: { organizerEmail: string; organizerName: string; productName: string };
  /** `language`: BCP 47; null: the installation's default. */
  recipient: { email: string; language: string | null };
  link: string;
  /** How long the link works, in minutes. */
  minutes: number;
}

export interface ComposedMessage {
  /** The whole RFC 5322 message. */
  raw: Buffer;
  subject: string;
}

export interface MailComposer {
  compose(view: MessageView): Promise<ComposedMessage>;
  composeSignIn(view: SignInView): Promise<ComposedMessage>;
}

/** The mail server refused the message for good (5xx); `response` is its own word. */
export class MailRejected extends Error {
  readonly response: string;

  constructor(response: string) {
    super('the mail server refused the message');
    this.name = 'MailRejected';
    this.response = response;
  }
}

export interface DeferralDetails {
  /** When trying again is worth while, in ms from now; null or absent: nobody knows. */
  retryAfterMs?: number | null;
  cause?: unknown;
}

/** The server could not take the message now; `code` says what happened, without an address. */
export class MailDeferred extends Error {
  readonly code: string;
  readonly retryAfterMs: number | null;

  constructor(code: string, { retryAfterMs = null, cause }: DeferralDetails = {}) {
    super(`the mail server could not take the message: ${code}`, { cause });
    this.name = 'MailDeferred';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** What failed was the connection and not this message: others would fare no better. */
export class ServerDown extends MailDeferred {
  constructor(code: string, cause: unknown) {
    super(code, { cause });
    this.name = 'ServerDown';
  }
}

/** A message on its way out, in its envelope. */
export interface OutgoingMail {
  /** The return path. */
  from: string;
  to: string;
  raw: Buffer;
  /** How often it was tried before; absent: never. */
  attempts?: number;
  /** Nobody waits for the answer any more: what has not begun yet need not begin. */
  signal?: AbortSignal;
}

export interface MailSender {
  /**
   * Hands one message to the mail server.
   *
   * @returns the server's answer to the final dot
   * @throws MailRejected when the server refused the message for good; any other error means: try again
   */
  send(message: OutgoingMail): Promise<{ response: string }>;
}

/** The rooms where people meet. Both calls may be repeated. */
export interface VideoRooms {
  /** Makes the room, or finds the one made before; gives the address to enter it. */
  open(room: {
    meetingId: string;
    title: string;
    startMs: Instant;
    endMs: Instant;
  }): Promise<{ url: string }>;
  close(room: { meetingId: string }): Promise<void>;
}

export interface CommitInput {
  meetingId: string;
  event: MeetingEvent;
  /** The time that the decision was made with. */
  nowMs: Instant;
  change: Change;
  /** Whose invitation has to be written; the others stand as before. */
  invitations: Role[];
  /** Of the call that waits for the answer; null: nobody waits. */
  callId: string | null;
}

/** What a meeting refuses while somebody waits for the answer. */
export interface RefusalInput {
  meetingId: string;
  callId: string;
  code: RefusalCode;
  /** Of the state that it was decided on. */
  revision: number;
}

/** A message that was prepared by a commit. */
export interface PreparedMessage {
  id: string;
  to: Role;
  method: CalendarMethod | null;
  sequence: number;
  /** What the operator sees, without an address. */
  summary: string;
}

export type CommitResult =
  | { kind: 'committed'; messages: PreparedMessage[] }
  /** A constraint said no; nothing was written. */
  | { kind: 'refused'; code: RefusalCode }
  /** Changes that were committed earlier, whose workflow task was lost: they come first. */
  | { kind: 'missed'; events: CommittedEvent[] }
  /** The event was committed with an earlier change, longer ago than the meeting remembers; nothing was written. */
  | { kind: 'repeated' };

export type RefusalResult = Extract<CommitResult, { kind: 'refused' | 'missed' }>;

/** An event whose change is in the database, with the time that it was decided at. */
export interface CommittedEvent {
  event: MeetingEvent;
  nowMs: Instant;
}

export interface OutgoingMessage extends OutgoingMail {
  id: string;
  /** The mail server has taken it already. */
  sent: boolean;
}

/** What the meeting's activities need of the database. */
export interface MeetingStore {
  commit(input: CommitInput): Promise<CommitResult>;
  /** Writes down what was refused, for who waits; not when changes were missed that come first. */
  recordRefusal(input: RefusalInput): Promise<RefusalResult>;
  /** The events whose changes were committed after `revision`, in order. */
  missedChanges(meetingId: string, revision: number): Promise<CommittedEvent[]>;
  outgoingMessage(messageId: string): Promise<OutgoingMessage>;
  recordAttempt(
    messageId: string,
    outcome: { state: 'sent' | 'failed' | 'deferred'; response: string },
  ): Promise<void>;
  videoRoom(
    meetingId: string,
  ): Promise<{ title: string; startMs: Instant; endMs: Instant; videoUrl: string | null }>;
  recordVideoOpened(meetingId: string, url: string): Promise<void>;
  recordVideoClosed(meetingId: string): Promise<void>;
}

/** The meeting refused an event; `code` says why. */
export class MeetingRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(`the meeting refused: ${code}`);
    this.name = 'MeetingRefused';
    this.code = code;
  }
}

/** No workflow of this meeting runs: it is over, or nobody has booked it. */
export class MeetingNotRunning extends Error {
  constructor() {
    super('no workflow of this meeting runs');
    this.name = 'MeetingNotRunning';
  }
}

/** The meeting is over, says who was asked for a change of it. */
export const saysItIsOver = (error: unknown): boolean =>
  error instanceof MeetingNotRunning || (error instanceof MeetingRefused && error.code === 'meeting-over');

/** The engine did not answer in time. What was asked may still happen; asking again with the same key is safe. */
export class EngineUnavailable extends Error {
  constructor(cause: unknown) {
    super('the meeting engine does not answer', { cause });
    this.name = 'EngineUnavailable';
  }
}

/**
 * The way to the meetings' workflows for everything outside them. Those that give an outcome answer when the change is
 * committed, and the same event again answers the same; they throw MeetingRefused, MeetingNotRunning or
 * EngineUnavailable.
 */
export interface Meetings {
  /** Starts the meeting's workflow when it does not run yet. */
  book(meeting: MeetingInput, event: Booked): Promise<MeetingOutcome>;
  /** Cancels, also a meeting that nobody has booked yet. */
  cancel(meeting: MeetingInput, event: Cancelled): Promise<MeetingOutcome>;
  /** Begins a meeting that is in no calendar. */
  open(meeting: MeetingInput, event: Opened): Promise<MeetingOutcome>;
  /** Tells what the calendar of a room says of a meeting; starts its workflow when there is none. */
  appear(meeting: MeetingInput, event: CalendarEventSeen): Promise<void>;
  update(uid: string, event: Command): Promise<MeetingOutcome>;
  tell(uid: string, event: SignalEvent): Promise<void>;
  /** Tries a message that had failed for good once more. */
  resend(uid: string, message: ResendRequest): Promise<void>;
  /** Makes the workflow look for committed changes that it does not know of. */
  reconcile(uid: string): Promise<void>;
}
