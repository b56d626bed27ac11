import type { ReceivedCalendar } from '../../domain/itip/inbound.ts';

/** A message that was read, as far as anything is decided by it. Whoever sent it may have written what they liked. */
export interface MailReading {
  /** In lower case; null when there is none, or more than one. */
  from: string | null;
  /** Every address that it names as its receiver, in lower case. */
  deliveredTo: readonly string[];
  /** Message-IDs of what it answers. */
  inReplyTo: readonly string[];
  references: readonly string[];
  /** A program sent it, not a person (RFC 3834 §2): never answer it. */
  autoSubmitted: boolean;
  /** A BCP 47 tag, as the message says. */
  language: string | null;
  /** Decoded, on one line. */
  subject: string;
  /** What its writer wrote, without what was quoted. */
  readonly text: string;
  /** The likeliest first. */
  calendars: ReceivedCalendar[];
  /** What became of a message of ours (RFC 3464). */
  report: DeliveryStatusReport | null;
  /** A stable code when it could not be read; `tnef-unreadable`: its answer is in a form that only Outlook reads. */
  problem: string | null;
}

export interface DeliveryStatusReport {
  /** With angle brackets; null when the report does not name it. */
  originalMessageId: string | null;
  /** RFC 3464 §2.3.3 and RFC 3463: "failed", "5.1.1". */
  recipients: readonly { action: string | null; status: string | null }[];
}
