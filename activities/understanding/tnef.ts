import type { ItipReply } from '../../domain/itip/inbound.ts';
import { understandCalendar } from './calendar.ts';
import type { InboundDecision } from './decision.ts';
import type { TnefAnswer } from './mail.ts';
import type { ReadMessage } from './read-message.ts';
import type { UnderstandingPorts } from './ports.ts';
import type { Subject } from './subject.ts';

/**
 * An answer that came as TNEF. It names no meeting: that is the one whose reply address it came to, or whose message it
 * answers, and it speaks for the attendee that was written to. From there it is weighed as any other answer.
 *
 * @returns null when nothing tells which meeting it is about
 */
export async function understandTnef(
  message: ReadMessage,
  says: Exclude<TnefAnswer, 'COUNTER'>,
  about: Subject,
  ports: UnderstandingPorts,
): Promise<InboundDecision | null> {
  const owner = about.own ?? about.owners.find(({ via }) => via === 'message-id');
  const meeting = owner && (await ports.invitedMeeting(owner.uid, message.tenantId));
  if (!owner || !meeting) return null;
  const reply: ItipReply = {
    kind: 'reply',
    uid: owner.uid,
    attendee: meeting.addresses[owner.attendeeId]?.[0] ?? null,
    sentBy: null,
    sequence: owner.sequence ?? 0,
    dtstampMs: null,
    recurrenceIdMs: null,
    time: null,
    delegatedFrom: null,
    organizer: null,
    partstat: says,
    contradicted: false,
    comment: '',
  };
  const decision = await understandCalendar({ ...message, itip: reply }, reply, { ...about, meeting }, ports);
  return { ...decision, reason: decision.reason === null ? 'tnef' : `tnef-${decision.reason}` };
}
