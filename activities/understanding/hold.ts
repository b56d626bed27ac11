import type { ItipSaid } from '../../domain/itip/inbound.ts';
import type { Answered, Proposed, RefreshRequested } from '../../domain/meeting/events.ts';
import type { InvitedParties } from '../inbound-ports.ts';
import type { InboundDecision } from './decision.ts';
import type { ReadMessage, UnderstandingPorts } from './read-message.ts';

const DAY_MS = 24 * 3_600_000;
/** Whoever forges answers in a party's name does not fill its mailbox with questions. */
const MOST_QUESTIONS_A_DAY = 3;

/** Not proven to be the party's: it waits until the party says that it is. What could not count then is not asked for. */
export async function hold(
  { id, effectId, receivedMs }: ReadMessage,
  itip: ItipSaid,
  known: InboundDecision,
  event: Answered | Proposed | RefreshRequested,
  reason: string,
  parties: InvitedParties,
  ports: Pick<UnderstandingPorts, 'decidedSince'>,
): Promise<InboundDecision> {
  const { meeting, role } = known;
  if (event.type === 'refresh-requested' || meeting === null || role === null) return { ...known, reason };
  if (event.sequence !== null && event.sequence < parties.sequence) {
    return { ...known, reason: 'answer-to-an-earlier-time' };
  }
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
