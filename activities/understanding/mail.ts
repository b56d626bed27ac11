import type { ItipReading } from '../../domain/itip/inbound.ts';

/** A message and what its calendars say, each of them; at least one. */
export interface ReadMail {
  mail: MailReading;
  readings: ItipReading[];
}

/**
 * A message that was read, as far as anything is decided by it. Whoever sent it may have written what they liked. Plain
 * data: it comes out of the thread that read it. What its writer wrote is asked for apart.
 */
export interface MailReading {
  /** In lower case; null when there is none, or more than one. */
  from: string | null;
  /** Every address that it names as its receiver, in lower case. */
  deliveredTo: readonly string[];
  /** Whom its writer's program addressed (To), in lower case; what delivered it may name more, as `deliveredTo` does. */
  to: readonly string[];
  /** Message-IDs of what it answers. */
  inReplyTo: readonly string[];
  references: readonly string[];
  /** A program sent it, not a person (RFC 3834 §2): never answer it. */
  autoSubmitted: boolean;
  /** A BCP 47 tag, as the message says. */
  language: string | null;
  /** Decoded, on one line. */
  subject: string;
  /** A part of it is a calendar, whatever that says. */
  hasCalendar: boolean;
  /** What became of a message of ours (RFC 3464). */
  report: DeliveryStatusReport | null;
  /** From names nobody, or an address that mail systems write from. */
  fromMailSystem: boolean;
  /** The whole message read as a mail system's notice; of a calendar program's answer, which is none, nothing. */
  notice: MailNotice;
  /** What a `winmail.dat` (MS-OXTNEF) answers; null: there is none, or it is no answer. */
  tnef: TnefAnswer | null;
  /** A stable code when it could not be read; `tnef-unreadable`: its answer is in a form that only Outlook reads. */
  problem: string | null;
}

export interface DeliveryStatusReport {
  /** With angle brackets; null when the report does not name it. */
  originalMessageId: string | null;
  /** RFC 3464 §2.3.3 and RFC 3463: "failed", "5.1.1". */
  recipients: readonly { action: string | null; status: string | null }[];
}

/** What a mail system may say about a message of ours, where it writes no report by the rules. */
export interface MailNotice {
  /** What its words say; null: nothing of a delivery, or of somebody's absence. */
  words: 'failed' | 'delayed' | 'delivered' | null;
  /** RFC 3463, as it stands in the words. */
  status: string | null;
  /** As in a report, wherever in the message they stand. */
  recipients: DeliveryStatusReport['recipients'];
  /** Message-IDs with angle brackets that stand in its text, as in a header. */
  messageIds: readonly string[];
  /** It is a report, and none about a delivery; null: it is none, or one about a delivery. */
  otherReport: OtherReport | null;
}

/** A report about a message that arrived (RFC 6522). */
export interface OtherReport {
  kind: 'receipt' | 'complaint' | 'unknown';
  /** What became of it, of a receipt (RFC 8098 §3.2.6): "displayed"; null: it is not said. */
  disposition: string | null;
}

/** A message that tells nothing of another. */
export const NO_NOTICE: MailNotice = {
  words: null,
  status: null,
  recipients: [],
  messageIds: [],
  otherReport: null,
};

/** By its message class; a COUNTER's new time is in properties that are not read. */
export type TnefAnswer = 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'COUNTER';
