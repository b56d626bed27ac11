import type { MailNotice, MailReading } from '../../../activities/understanding/mail.ts';
import type { ReceivedCalendar } from '../../../domain/itip/inbound.ts';
import type { AutomaticSign } from './automatic.ts';
import type { DeliveryReport } from './delivery-report.ts';

/** Stable codes of what kept a message from being read whole. */
export type MimeProblem =
  | 'message-empty'
  | 'message-too-large'
  | 'header-too-large'
  | 'too-many-lines'
  | 'too-many-parts'
  | 'message-unreadable'
  /** A field twice that a header has once: it says two things. */
  | 'header-ambiguous'
  /** S/MIME that is more than signed, or broken; OpenPGP. Its writer can use a link instead. */
  | 'smime-encrypted'
  | 'pgp-encrypted'
  /** All that it says may be in a `winmail.dat` (MS-OXTNEF), which is not taken apart: a link can be used instead. */
  | 'tnef-unreadable';

/** A message as far as Parley needs it. All addresses are in lower case. */
export interface InboundMail extends Omit<MailReading, 'hasCalendar' | 'notice'> {
  /** With angle brackets. */
  messageId: string | null;
  /** Null when there is none, or more than one. */
  from: string | null;
  fromDomain: string | null;
  sender: string | null;
  replyTo: string[];
  /** Those of To. */
  to: string[];
  /** To, Cc, Delivered-To, X-Original-To and Envelope-To, each once: one of them may be an invitation's own address. */
  deliveredTo: string[];
  subject: string;
  /** The Date header as an instant. */
  dateMs: number | null;
  /** What shows that a program sent it; such a message is never answered. */
  automatic: AutomaticSign[];
  autoSubmitted: boolean;
  /** Message-IDs with angle brackets, nearest last. */
  inReplyTo: string[];
  references: string[];
  /** The first tag of Content-Language (RFC 3282), in lower case. */
  language: string | null;
  /**
   * What the sender wrote now, as plain text without what is quoted and without a signature; bounded. Made when asked
   * for: answers of calendar programs never need it.
   */
  readonly text: string;
  /** The whole message read as a mail system's notice. Made when asked for, too. */
  readonly notice: MailNotice;
  /** The likeliest first: what a program shows as an invitation, then attachments. */
  calendars: ReceivedCalendar[];
  /** What a mail server says became of a message of ours (RFC 3464). */
  report: DeliveryReport | null;
  /** Null: the message was read whole. */
  problem: MimeProblem | null;
}
