import { resolveFloating } from '../../domain/ical/read-time.ts';
import type { ItipReading } from '../../domain/itip/inbound.ts';
import { hideAddresses } from '../../domain/meeting/privacy.ts';
import { ROLES, type Role } from '../../domain/meeting/state.ts';
import type { SignalEvent } from '../../workflows/meeting/messages.ts';
import type { InvitedParties } from '../inbound-ports.ts';
import { authenticityOf, relationOf, type Authenticity } from './authenticity.ts';
import type { InboundDecision } from './decision.ts';
import { ignored, type ReadMessage, type UnderstandingPorts } from './read-message.ts';

type Said = Exclude<ItipReading, { kind: 'ignored' }>;

const DAY_MS = 24 * 3_600_000;
/** Whoever forges answers in a party's name does not fill its mailbox with questions. */
const MOST_QUESTIONS_A_DAY = 3;
const LONGEST_NOTE = 2_000;

/** What a REPLY, COUNTER or REFRESH means for the meeting that it names. */
export async function understandCalendar(
  message: ReadMessage,
  itip: Said,
  ports: UnderstandingPorts,
): Promise<InboundDecision> {
  const parties = await ports.invitedParties(itip.uid, message.tenantId);
  if (!parties) return ignored(message, 'unknown-uid');
  const role = claimedRole(itip, message.mail.from, parties);
  // A forwarded invitation is answered by strangers (RFC 6047 §2.2.1).
  if (role === null) return { ...ignored(message, 'unexpected-attendee'), meeting: parties };
  const { recipients, tenantId } = message;
  const owners = await ports.ownersOf({ addresses: recipients, messageIds: [] }, tenantId);
  const authenticity = await authenticityOf(message, parties, role, owners, ports);
  const known = { ...ignored(message, null, authenticity.evidence), meeting: parties, role };
  if (authenticity.act === 'refuse') return { ...known, understood: 'refused', reason: authenticity.reason };
  if (parties.status === 'cancelled') return cancelledAnswer(message, known, parties, role, authenticity);
  const problem = meetingProblem(itip, parties);
  if (problem !== null) return { ...known, reason: problem };
  const event = eventOf(message, itip, role, parties);
  if (authenticity.act === 'confirm') return hold(message, itip, known, event, authenticity.reason, ports);
  return { ...known, understood: itip.kind, event };
}

/** The party in whose name the message speaks, by any of its addresses. */
function claimedRole(itip: Said, from: string | null, { addresses }: InvitedParties): Role | null {
  const roleOf = (address: string | null): Role | null =>
    ROLES.find((role) => relationOf(address, addresses[role]) !== 'other') ?? null;
  const named = roleOf(itip.attendee ?? from);
  // Gmail copies all attendees into a COUNTER: which of them proposes, only the sender tells.
  return named ?? (itip.kind === 'counter' ? roleOf(from) : null);
}

function meetingProblem(itip: Said, { status, startMs }: InvitedParties): string | null {
  if (status === 'open') return 'not-booked';
  if (status === 'closed') return 'meeting-over';
  // The meeting has one instance: its own start is the only RECURRENCE-ID that names it.
  if (itip.recurrenceIdMs !== null && itip.recurrenceIdMs !== startMs) return 'instance-unknown';
  return null;
}

/** An answer after the cancellation: its sender's calendar still has the meeting, and gets the CANCEL again. */
function cancelledAnswer(
  { receivedMs }: ReadMessage,
  known: InboundDecision,
  { roomId }: InvitedParties,
  role: Role,
  { act }: Authenticity,
): InboundDecision {
  const hour = Math.floor(receivedMs / 3_600_000);
  return {
    ...known,
    reason: 'meeting-cancelled',
    event:
      act === 'accept'
        ? {
            type: 'repeat-cancel',
            // One an hour: a program that answers every CANCEL does not make a loop.
            key: `cancel-again/${roomId}/${role}/${hour}`,
            roomId,
            role,
            atMs: receivedMs,
          }
        : null,
  };
}

/** Not proven to be the party's: it waits until the party says that it is. */
async function hold(
  { id, effectId, receivedMs }: ReadMessage,
  itip: Said,
  known: InboundDecision,
  event: SignalEvent,
  reason: string,
  ports: UnderstandingPorts,
): Promise<InboundDecision> {
  const { meeting, role } = known;
  if (itip.kind === 'refresh' || meeting === null || role === null) return { ...known, reason };
  const asked = await ports.decidedSince({
    roomId: meeting.roomId,
    role,
    understood: 'confirm',
    sinceMs: receivedMs - DAY_MS,
  });
  if (asked >= MOST_QUESTIONS_A_DAY) return { ...known, reason: 'asked-lately' };
  return {
    ...known,
    understood: 'confirm',
    reason,
    held: event,
    event: {
      type: 'answer-held',
      key: `held/${effectId}`,
      door: 'mail',
      role,
      held: {
        inboundId: id,
        says: itip.kind === 'reply' ? itip.partstat : 'COUNTER',
        time: event.type === 'proposed' ? { startMs: event.startMs, endMs: event.endMs } : null,
      },
    },
  };
}

function eventOf(
  { effectId, receivedMs }: ReadMessage,
  itip: Said,
  role: Role,
  { timezones }: InvitedParties,
): SignalEvent {
  const about = { door: 'mail', role } as const;
  switch (itip.kind) {
    case 'refresh':
      return { ...about, type: 'refresh-requested', key: `refresh/${effectId}` };
    case 'counter':
      return {
        ...about,
        ...resolveFloating(itip.time, timezones[role] ?? 'UTC'),
        type: 'proposed',
        key: `counter/${effectId}`,
        proposalId: effectId,
        note: hideAddresses(itip.note).slice(0, LONGEST_NOTE),
        sequence: itip.sequence,
        linkId: null,
      };
    case 'reply':
      return {
        ...about,
        type: 'answered',
        key: `reply/${effectId}`,
        partstat: itip.partstat,
        sequence: itip.sequence,
        dtstampMs: itip.dtstampMs ?? receivedMs,
      };
  }
}
