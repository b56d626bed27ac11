import type { MailAuthMode } from '../../domain/authenticity/policy.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { CalendarMethod } from '../../domain/meeting/message-spec.ts';
import type { MeetingStatus } from '../../domain/meeting/state.ts';
import type { Instant, TimeRange } from '../../domain/time/instant.ts';

/** What understanding asks of the outside. */
export interface UnderstandingPorts {
  mode: MailAuthMode;
  /** Looks whether the message is from whom it says; asked only when it matters. Null: nobody looks. */
  authenticate(): Promise<Authentication | null>;
  invitedMeeting(uid: string, tenantId: string | null): Promise<InvitedMeeting | null>;
  /** Whose our own addresses and Message-IDs among these are. */
  ownersOf(
    named: { addresses: readonly string[]; messageIds: readonly string[] },
    tenantId: string | null,
  ): Promise<MailOwner[]>;
  /** Sign-in mails of ours among these; asked only about what a mail system says of no meeting's message. */
  signInMailsOf(
    named: { addresses: readonly string[]; messageIds: readonly string[] },
    tenantId: string | null,
  ): Promise<SignInMail[]>;
  /** A few characters that are the same for the same text, and tell nothing of it. */
  fingerprint(text: string): string;
  /** How many messages of this attendee were decided so since then. */
  decidedSince(about: {
    meetingId: string;
    attendeeId: AttendeeId;
    understood: 'text';
    sinceMs: Instant;
  }): Promise<number>;
  /** What the writer of the message wrote, without what was quoted; asked only when it matters. */
  writtenText(): Promise<string>;
  /** The time that a person's words name, in that person's zone. */
  timeInText(text: string, about: AboutWords): Promise<TimeRange | null>;
}

/** What a person's words are about: in which zone (IANA) and language (BCP 47) they were written, and when. */
export interface AboutWords {
  meeting: TimeRange;
  zone: string;
  language: string | null;
  nowMs: Instant;
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
