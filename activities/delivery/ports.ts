import type { SignInTarget } from '../../domain/principals/sign-in-target.ts';
import type { MessageSpec } from '../../domain/meeting/message-spec.ts';
import type { MessageLink } from '../../domain/meeting/links.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { Instant, TimeRange } from '../../domain/time/instant.ts';
import type { DisabledReason } from '../../domain/webhooks/verdict.ts';

/**
 * Everything that one attendee's message is made of.
 * It has no field for another attendee's address, so nothing that is rendered from it can contain one.
 */
export interface MessageView {
  spec: MessageSpec;
  uid: string;
  /** With angle brackets. Fixed before the first attempt. */
  messageId: string;
  tenant: { organizerEmail: string; organizerName: string; productName: string };
  /** Where answers go: mail to `mail` (null: to From), those of calendar programs to `calendar`, the ORGANIZER. */
  answerTo: { mail: string | null; calendar: string };
  /** Free text with the addresses of all attendees already hidden. */
  /** `location`: where it is, in words; absent or empty: nobody said. */
  meeting: { title: string; description: string; location?: string };
  recipient: {
    id: AttendeeId;
    required: boolean;
    email: string;
    name: string | null;
    timezone: string | null;
    /** BCP 47; null: the installation's default. */
    language: string | null;
  };
  /** Who takes part beside the recipient. */
  others: { id: AttendeeId; name: string | null; timezone: string | null }[];
  /** Whose place somebody else has taken; absent: nobody's. */
  former?: { name: string | null };
  /** IANA name: the zone of DTSTART and DTEND; null: UTC. */
  hostTimezone: string | null;
  /** Of those that it leads to, the address; `join` is also the event's own. */
  links: Partial<Record<MessageLink, string>>;
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
  /** Where it leads; absent: to their rooms. */
  to?: SignInTarget | undefined;
  /** How long the link works, in minutes. */
  minutes: number;
}

/** Everything that the mail about a calendar that cannot be read is made of; the calendar's address is not among it. */
export interface FeedFailingView {
  /** With angle brackets. Fixed before the first attempt. */
  messageId: string;
  /** Date. */
  dateMs: Instant;
  tenant: { organizerEmail: string; organizerName: string; productName: string };
  /** `language`: BCP 47; null: the installation's default. `timezone`: IANA name. */
  recipient: { email: string; language: string | null; timezone: string };
  /** Its name. */
  room: string;
  /** Why it cannot be read: a stable code. */
  problem: string;
  sinceMs: Instant;
  /** To the settings of the room. */
  link: string;
}

/** Everything that the mail is made of that an endpoint is sent no more events. */
export interface EndpointDisabledView {
  /** With angle brackets. Fixed before the first attempt. */
  messageId: string;
  /** Date. */
  dateMs: Instant;
  tenant: { organizerEmail: string; organizerName: string; productName: string };
  /** `language`: BCP 47; null: the installation's default. */
  recipient: { email: string; language: string | null };
  /** Of its address nothing but the host. */
  endpoint: { id: string; host: string };
  reason: DisabledReason;
  /** For how many days it has taken nothing. */
  days: number;
}

/** What the message of a calendar is about, for people. */
export type CalendarMailKind =
  | 'invitation'
  | 'update'
  | 'cancellation'
  | 'accepted'
  | 'tentative'
  | 'declined'
  | 'delegated'
  | 'counter'
  | 'declinecounter'
  | 'refresh';

/** Everything that a scheduling message of somebody's calendar is made of, as mail to one person outside (RFC 6047). */
export interface CalendarMailView {
  /** With angle brackets. Fixed before the first attempt. */
  messageId: string;
  /** Date. */
  dateMs: Instant;
  tenant: { organizerEmail: string; organizerName: string; productName: string };
  /** Who writes. */
  senderName: string;
  /** `language`: BCP 47; null: the installation's default. */
  recipient: { email: string; language: string | null };
  /** Where answers of people go; null: to the mailbox that it comes from. */
  answerTo: string | null;
  kind: CalendarMailKind;
  title: string;
  place: string;
  description: string;
  /** What its writer adds; empty: nothing. */
  comment: string;
  /** Of a whole day in UTC; null: it says none. */
  time: TimeRange | null;
  allDay: boolean;
  /** IANA name: the sender's. */
  zone: string;
  recurs: boolean;
  /** The iTIP message. */
  calendar: { method: string; text: string };
}

export interface ComposedMessage {
  /** The whole RFC 5322 message. */
  raw: Buffer;
  subject: string;
}

export interface MailComposer {
  compose(view: MessageView): Promise<ComposedMessage>;
  composeSignIn(view: SignInView): Promise<ComposedMessage>;
  composeFeedFailing(view: FeedFailingView): Promise<ComposedMessage>;
  composeEndpointDisabled(view: EndpointDisabledView): Promise<ComposedMessage>;
  composeCalendarMail(view: CalendarMailView): Promise<ComposedMessage>;
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

export interface OutgoingMessage extends OutgoingMail {
  id: string;
  /** The mail server has taken it already. */
  sent: boolean;
  /** From then on it helps nobody, and is not sent; absent: it does at any time. */
  usefulUntilMs?: Instant;
  /** It is about a meeting of somebody who keeps a calendar here. */
  inCalendar?: boolean;
}

/** What came of an attempt to send. */
export interface AttemptOutcome {
  state: 'sent' | 'failed' | 'deferred' | 'lapsed';
  /** An SMTP code, or a stable word for what happened; null: the server took it. */
  code: string | null;
  /** The mail server's words, or else the code. */
  response: string;
  /** When it is tried again, in ms from now; null: not, or nobody knows. */
  retryAfterMs: number | null;
}

/** What the deliveries need of the database. */
export interface OutgoingStore {
  outgoingMessage(messageId: string): Promise<OutgoingMessage>;
  recordAttempt(messageId: string, outcome: AttemptOutcome): Promise<void>;
}
