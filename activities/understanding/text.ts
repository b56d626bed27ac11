import { TEXT_ANSWER_PAUSE_MS } from '../../domain/meeting/words.ts';
import type { MailOwner } from '../inbound-ports.ts';
import { authenticityOf } from './authenticity.ts';
import type { InboundDecision } from './decision.ts';
import { ignored, sealedBy, type ReadMessage, type UnderstandingPorts } from './read-message.ts';

/**
 * Mail without a calendar part, in answer to one of ours: a person's words. They are answered once with a link to ask
 * for another time, which goes to the invited address whoever wrote; programs are never answered (RFC 3834 §2).
 */
export async function understandText(
  message: ReadMessage,
  ports: UnderstandingPorts,
): Promise<InboundDecision> {
  const { mail, recipients, tenantId, receivedMs } = message;
  const sealed = sealedBy(mail);
  const messageIds = [...mail.inReplyTo, ...mail.references];
  const owners = await ports.ownersOf({ addresses: recipients, messageIds }, tenantId);
  const owner = ownerOf(owners);
  if (!owner) return ignored(message, sealed ?? 'no-calendar');
  const about = { ...ignored(message, null), uid: owner.uid, meeting: owner, role: owner.role };
  if (mail.autoSubmitted) return { ...about, reason: 'automatic' };
  if (mail.text.trim() === '' && sealed === null) return { ...about, reason: 'no-text' };
  const parties = await ports.invitedParties(owner.uid, tenantId);
  if (!parties) return { ...about, reason: 'unknown-uid' };
  const { act, reason, evidence } = await authenticityOf(message, parties, owner.role, owners, ports);
  const known = { ...about, evidence };
  if (act === 'refuse') return { ...known, understood: 'refused', reason };
  if (act === 'confirm' && evidence.sender === 'other') return { ...known, reason: 'unexpected-sender' };
  if (parties.status !== 'scheduled') return { ...known, reason: 'meeting-over' };
  const answered = await ports.decidedSince({
    roomId: owner.roomId,
    role: owner.role,
    understood: 'text',
    sinceMs: receivedMs - TEXT_ANSWER_PAUSE_MS,
  });
  if (answered > 0) return { ...known, reason: 'answered-lately' };
  return {
    ...known,
    understood: 'text',
    reason: sealed,
    event: {
      type: 'text-received',
      key: `text/${message.effectId}`,
      door: 'mail',
      role: owner.role,
      suggestion: ports.timeInText(mail.text, {
        meeting: parties,
        zone: parties.timezones[owner.role] ?? 'UTC',
        language: mail.language ?? parties.languages[owner.role],
        nowMs: receivedMs,
      }),
    },
  };
}

/** An address of the invitation's own says more than a Message-ID, which a quoting program may have copied. */
export const ownerOf = (owners: readonly MailOwner[]): MailOwner | undefined =>
  owners.find(({ via }) => via === 'reply' || via === 'organizer') ??
  owners.find(({ via }) => via === 'message-id');
