import { resolveFloating } from '../domain/ical/read-time.ts';
import type { ItipReading } from '../domain/itip/inbound.ts';
import { hideAddresses } from '../domain/meeting/privacy.ts';
import { isOver, ROLES, type Instant, type Role } from '../domain/meeting/state.ts';
import type { SignalEvent } from '../workflows/meeting/messages.ts';
import type { InboundDecision, InvitedParties } from './ports.ts';

/** What is needed of a message that was read. */
export interface MailReading {
  /** Lower-case; null when there is none, or more than one. */
  from: string | null;
  calendars: { text: string; method: string | null }[];
  /** A stable code when the MIME could not be read. */
  problem: string | null;
}

export interface ReadMessage {
  id: string;
  receivedMs: Instant;
  tenantId: string | null;
  mail: MailReading;
  itip: ItipReading;
}

const LONGEST_NOTE = 2_000;

/** What a message that came in means: whose answer or proposal it is, or why it is none. */
export async function understand(
  message: ReadMessage,
  partiesOf: (uid: string, tenantId: string | null) => Promise<InvitedParties | null>,
): Promise<InboundDecision> {
  const { mail, itip } = message;
  if (mail.problem !== null) return ignored(message, mail.problem);
  if (itip.kind === 'ignored') return ignored(message, itip.reason);
  if (itip.kind === 'refresh') return ignored(message, 'method-refresh');
  const parties = await partiesOf(itip.uid, message.tenantId);
  if (!parties) return ignored(message, 'unknown-uid');
  const role = answererOf(message, parties);
  const reason = role === null ? 'unexpected-attendee' : meetingProblem(parties);
  if (role === null || reason !== null) return { ...ignored(message, reason), meeting: parties, role };
  return {
    ...ignored(message, null),
    understood: itip.kind,
    meeting: parties,
    role,
    event: eventOf(message, itip, role, parties.timezones[role] ?? 'UTC'),
  };
}

/**
 * The party whose answer this is. Both the ATTENDEE and the sender must be that party: a forwarded invitation
 * is answered by strangers, and a stranger can write any ATTENDEE (RFC 6047 §2.2.1).
 */
function answererOf({ mail, itip }: ReadMessage, { addresses }: InvitedParties): Role | null {
  const attendee = ('attendee' in itip ? itip.attendee : null) ?? mail.from;
  if (attendee === null || mail.from === null || attendee.toLowerCase() !== mail.from.toLowerCase())
    return null;
  return ROLES.find((role) => addresses[role] === attendee.toLowerCase()) ?? null;
}

function meetingProblem({ status }: InvitedParties): string | null {
  if (status === 'open') return 'not-booked';
  return isOver({ status }) ? 'meeting-over' : null;
}

function eventOf(
  { id, receivedMs }: ReadMessage,
  itip: Exclude<ItipReading, { kind: 'ignored' | 'refresh' }>,
  role: Role,
  timezone: string,
): SignalEvent {
  if (itip.kind === 'counter') {
    const { startMs, endMs } = resolveFloating(itip.time, timezone);
    return {
      type: 'proposed',
      key: `counter/${id}`,
      door: 'mail',
      role,
      proposalId: id,
      startMs,
      endMs,
      note: hideAddresses(itip.note).slice(0, LONGEST_NOTE),
      sequence: itip.sequence,
      linkId: null,
    };
  }
  return {
    type: 'answered',
    key: `reply/${id}`,
    door: 'mail',
    role,
    partstat: itip.partstat,
    sequence: itip.sequence,
    dtstampMs: itip.dtstampMs ?? receivedMs,
  };
}

/** A decision that tells the meeting nothing; with what the message said of itself. */
function ignored({ mail, itip }: ReadMessage, reason: string | null): InboundDecision {
  return {
    understood: 'ignored',
    reason,
    uid: itip.uid,
    meeting: null,
    method: itip.kind === 'ignored' ? itip.method : itip.kind.toUpperCase(),
    sequence: itip.sequence,
    attendee: ('attendee' in itip ? itip.attendee : null) ?? mail.from,
    partstat: itip.kind === 'reply' ? itip.partstat : null,
    role: null,
    event: null,
  };
}
