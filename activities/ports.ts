import type { MessageSpec, RefusalCode } from '../domain/meeting/decision.ts';
import type { Change } from '../domain/meeting/decision.ts';
import type { MeetingEvent } from '../domain/meeting/events.ts';
import type { Instant, Role } from '../domain/meeting/state.ts';

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
  /** Free text with both parties' addresses already hidden. */
  meeting: { title: string; description: string };
  recipient: { role: Role; email: string; name: string | null; timezone: string | null };
  counterpart: { name: string | null };
  /** IANA name: the zone of DTSTART and DTEND; null: UTC. */
  hostTimezone: string | null;
  links: { join: string; propose: string | null; approve: string | null; decline: string | null };
}

export interface ComposedMessage {
  /** The whole RFC 5322 message. */
  raw: Buffer;
  subject: string;
}

export interface MailComposer {
  compose(view: MessageView): Promise<ComposedMessage>;
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

export interface MailSender {
  /**
   * Hands one message to the mail server.
   *
   * @returns the server's answer to the final dot
   * @throws MailRejected on 5xx; any other error means: try again
   */
  send(message: { from: string; to: string; raw: Buffer }): Promise<{ response: string }>;
}

/** The rooms where people meet. Both calls may be repeated. */
export interface VideoRooms {
  /** Makes the room, or finds the one made before; gives the address to enter it. */
  open(room: { roomId: string; title: string; startMs: Instant; endMs: Instant }): Promise<{ url: string }>;
  close(room: { roomId: string }): Promise<void>;
}

export interface CommitInput {
  roomId: string;
  event: MeetingEvent;
  /** The time that the decision was made with. */
  nowMs: Instant;
  change: Change;
}

/** A message that was prepared by a commit. */
export interface PreparedMessage {
  id: string;
  to: Role;
  /** What the operator sees, without an address. */
  summary: string;
}

export type CommitResult =
  | { kind: 'committed'; messages: PreparedMessage[] }
  /** A constraint said no; nothing was written. */
  | { kind: 'refused'; code: RefusalCode }
  /** Changes that were committed earlier, whose workflow task was lost: they come first. */
  | { kind: 'missed'; events: { event: MeetingEvent; nowMs: Instant }[] };

export interface OutgoingMessage {
  id: string;
  from: string;
  to: string;
  raw: Buffer;
  state: 'prepared' | 'sent' | 'failed';
}

/** What the meeting's activities need of the database. */
export interface MeetingStore {
  commit(input: CommitInput): Promise<CommitResult>;
  outgoingMessage(messageId: string): Promise<OutgoingMessage>;
  recordAttempt(
    messageId: string,
    outcome: { state: 'sent' | 'failed' | 'deferred'; response: string },
  ): Promise<void>;
  room(roomId: string): Promise<{ title: string; startMs: Instant; endMs: Instant; videoUrl: string | null }>;
  recordRoomOpened(roomId: string, url: string): Promise<void>;
  recordRoomClosed(roomId: string): Promise<void>;
}
