import { judge } from '../../domain/authenticity/policy.ts';
import type { ReceivedCalendar } from '../../domain/itip/inbound.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { InboundDecision } from '../understanding/decision.ts';
import type { Authentication } from '../understanding/ports.ts';
import { ignored, type ReadMessage } from '../understanding/read-message.ts';

/** Somebody who keeps a calendar here, whom a mail came to. */
export interface CalendarAddressee {
  tenantId: string;
  principalId: string;
  /** With whom they write about one event; null: it came to an address of their own. */
  correspondent: Correspondent | null;
}

export interface Correspondent {
  uid: string;
  /** Theirs, in lower case. */
  address: string;
  /** Where their answers come to. */
  tagged: string;
  /** Nobody else knows where it came to. */
  isProof: boolean;
}

/** A mail with calendars, for people who keep theirs here. */
export interface CalendarMailReceived {
  /** Of the stored message: what follows from it follows once. */
  id: string;
  addressees: readonly CalendarAddressee[];
  calendars: readonly ReceivedCalendar[];
  /** In lower case; null: it says nobody, or several. */
  from: string | null;
  /** It is from whom it says, as far as anybody knows. */
  isAuthentic: boolean;
  atMs: Instant;
}

/** Whom a mail came to, and what it says of itself; addresses in lower case. */
export interface AddressedMail {
  recipients: readonly string[];
  tenantId: string | null;
  from: string | null;
  uids: readonly string[];
}

/** Where mail for calendars goes. */
export interface CalendarDoor {
  addresseesOf(mail: AddressedMail): Promise<CalendarAddressee[]>;
  /** Puts it into inboxes and calendars; again, it changes nothing. @returns why it says nothing; null: it does */
  receive(mail: CalendarMailReceived): Promise<string | null>;
}

export interface CalendarMailPorts {
  calendars: CalendarDoor;
  mode: 'off' | 'report' | 'enforce';
  authenticate: () => Promise<Authentication | null>;
  textsOf: () => Promise<ReceivedCalendar[]>;
}

const UNKNOWN: Authentication = {
  ...{ source: 'nobody', spf: 'none', dkim: 'none', dmarc: 'none', arc: 'none' },
  ...{ aligned: false, policy: null },
};

/**
 * Understands a message that came to people who keep a calendar here (RFC 6047). Whoever answers by the address of their own
 * invitation is believed; everybody else as far as their domain vouches for them.
 *
 * @returns null: it is for nobody's calendar
 */
export async function understandForCalendars(
  message: ReadMessage,
  { calendars, mode, authenticate, textsOf }: CalendarMailPorts,
): Promise<InboundDecision | null> {
  const { mail, recipients, tenantId } = message;
  if (!mail.hasCalendar || mail.problem !== null) return null;
  const uids = message.readings.flatMap(({ uid }) => uid ?? []);
  const addressees = await calendars.addresseesOf({ recipients, tenantId, from: mail.from, uids });
  if (addressees.length === 0) return null;
  const isOwnAddress = addressees.some(({ correspondent }) => correspondent?.isProof === true);
  const authentication = mode === 'off' || isOwnAddress ? null : await authenticate();
  const proof = isOwnAddress ? 'own-reply-address' : null;
  const judged = judge({ authentication: authentication ?? UNKNOWN, proof, mode });
  const decision = ignored(message, judged.reason);
  const evidence = {
    ...decision.evidence,
    authentication,
    verdict: { act: judged.act, reason: judged.reason },
    ...(isOwnAddress ? { replyAddress: 'own' as const } : {}),
  };
  if (judged.act === 'refuse') return { ...decision, understood: 'refused', evidence };
  const reason = await calendars.receive({
    ...{ id: message.id, addressees, from: mail.from, atMs: message.receivedMs },
    calendars: await textsOf(),
    isAuthentic: judged.act === 'accept',
  });
  return { ...decision, understood: reason === null ? 'calendar' : 'ignored', reason, evidence };
}
