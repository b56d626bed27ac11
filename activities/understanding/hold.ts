import type { ItipSaid } from '../../domain/itip/inbound.ts';
import type { Answered, Proposed, RefreshRequested } from '../../domain/meeting/events.ts';
import type { InvitedMeeting, UnderstandingPorts } from './ports.ts';
import type { InboundDecision } from './decision.ts';
import type { ReadMessage } from './read-message.ts';

/**
 * Not proven to be the attendee's: it waits until they say that it is. What could not count then is not asked for; how
 * often an attendee is asked, the meeting decides.
 */
export function hold(
  { id, effectId, mail }: ReadMessage,
  itip: ItipSaid,
  known: InboundDecision,
  event: Answered | Proposed | RefreshRequested,
  reason: string,
  { sequence }: Pick<InvitedMeeting, 'sequence'>,
  ports: Pick<UnderstandingPorts, 'fingerprint'>,
): InboundDecision {
  const { meeting, attendeeId } = known;
  if (event.type === 'refresh-requested' || meeting === null || attendeeId === null)
    return { ...known, reason };
  if (event.sequence !== null && event.sequence < sequence) {
    return { ...known, reason: 'answer-to-an-earlier-time' };
  }
  const says = itip.kind === 'reply' ? itip.partstat : 'COUNTER';
  const time = event.type === 'proposed' ? { startMs: event.startMs, endMs: event.endMs } : null;
  return {
    ...known,
    understood: 'confirm',
    reason,
    held: event,
    event: {
      type: 'answer-held',
      key: `held/${effectId}`,
      door: 'mail',
      attendeeId,
      held: { inboundId: id, says, time },
      fingerprint: ports.fingerprint(JSON.stringify([mail.from, sequence, says, time])),
    },
  };
}
