import { bounced } from '../../domain/meeting/bouncing.ts';
import type { InboundDecision } from './decision.ts';
import type { DeliveryStatusReport } from './mail.ts';
import { ignored, type ReadMessage, type UnderstandingPorts } from './read-message.ts';

/**
 * A delivery status report (RFC 3464) about a message of ours. The return path of the message's own finds it;
 * where a poor report came to another address, the Message-ID that it quotes. Both are known to nobody but the
 * recipient and the servers on the way. What is only delayed waits: the server tries again by itself.
 */
export async function understandReport(
  message: ReadMessage,
  report: DeliveryStatusReport,
  ports: UnderstandingPorts,
): Promise<InboundDecision> {
  const owners = await ports.ownersOf(
    {
      addresses: message.recipients,
      messageIds: report.originalMessageId === null ? [] : [report.originalMessageId],
    },
    message.tenantId,
  );
  const owner = owners.find(({ via }) => via === 'bounce') ?? owners.find(({ via }) => via === 'message-id');
  if (!owner?.messageId) return ignored(message, 'report-of-unknown-message');
  const { roomId, role, method, sequence, messageId } = owner;
  const known: InboundDecision = {
    ...ignored(message, null),
    understood: 'bounce',
    uid: owner.uid,
    meeting: owner,
    role,
  };
  const status = gravest(report);
  const detail = `${status.action ?? ''} ${status.status ?? ''}`.trim();
  switch (status.action) {
    case 'failed':
      return {
        ...known,
        reason: status.status,
        delivery: { messageId, event: 'bounced', detail },
        event: bounced({ roomId, messageId, role, method, sequence: sequence ?? 0 }, 'mail'),
      };
    case 'delayed':
      return { ...known, reason: 'delayed', delivery: { messageId, event: 'deferred', detail } };
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return { ...known, reason: status.action, delivery: { messageId, event: 'delivered', detail } };
    default:
      return { ...known, understood: 'ignored', reason: 'report-not-understood' };
  }
}

const GRAVITY = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];

/** A message of ours has one recipient; a report that lists more says the worst of them. */
function gravest({ recipients }: DeliveryStatusReport): DeliveryStatusReport['recipients'][number] {
  const found = GRAVITY.flatMap((action) => recipients.filter((one) => one.action === action));
  return found[0] ?? { action: null, status: null };
}
