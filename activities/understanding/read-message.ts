import type { ItipReading } from '../../domain/itip/inbound.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { NO_EVIDENCE, type Evidence, type InboundDecision } from './decision.ts';
import type { MailReading } from './mail.ts';

export interface ReadMessage {
  id: string;
  /** Names what follows from the message: the same for the same message, however often it was stored. A UUID. */
  effectId: string;
  receivedMs: Instant;
  /** The only tenant that it may be for; null: the message tells. */
  tenantId: string | null;
  mail: MailReading;
  /** From the null reverse-path (RFC 5321 §4.5.5): it is about another message, and nothing answers it. */
  fromNobody: boolean;
  /** Everybody it was sent to, by its envelope and its header, in lower case. */
  recipients: readonly string[];
  /** What its calendars say, each of them; at least one. */
  readings: readonly ItipReading[];
  /** Of these, what is about the meeting that the message is about; while that is not known, the first that says something. */
  itip: ItipReading;
}

/** The problems of a message whose writer can be asked to use the link instead. */
const SEALED = ['tnef-unreadable', 'smime-encrypted', 'pgp-encrypted'];

/** Why a person's message cannot be read, though it may say something; null: it can, or nobody is asked. */
export const sealedBy = ({ problem }: MailReading): string | null =>
  problem !== null && SEALED.includes(problem) ? problem : null;

const METHODS = { reply: 'REPLY', counter: 'COUNTER', refresh: 'REFRESH', delegation: 'REPLY' } as const;

/** A decision that tells the meeting nothing; with what the message said of itself. */
export function ignored(
  message: ReadMessage,
  reason: string | null,
  evidence: Evidence = NO_EVIDENCE,
): InboundDecision {
  const { mail, itip } = message;
  return {
    understood: 'ignored',
    reason,
    uid: itip.uid,
    meeting: null,
    method: itip.kind === 'ignored' ? itip.method : METHODS[itip.kind],
    sequence: itip.sequence,
    sender: mail.from,
    attendee: itip.attendee ?? mail.from,
    partstat: itip.kind === 'reply' ? itip.partstat : itip.kind === 'delegation' ? 'DELEGATED' : null,
    attendeeId: null,
    evidence,
    event: null,
    held: null,
    delivery: null,
    recipients: message.recipients,
  };
}
