import { outcomeOf } from '../../domain/delivery/outcome.ts';
import { bounced } from '../../domain/meeting/bouncing.ts';
import type { MailOwner } from '../inbound-ports.ts';
import { isAnswer } from './answer.ts';
import { relationOf } from './authenticity.ts';
import type { InboundDecision } from './decision.ts';
import type { OtherReport } from './mail.ts';
import { ignored, type ReadMessage, type UnderstandingPorts } from './read-message.ts';

/**
 * What a mail system says about a message of ours: a delivery status report (RFC 3464), wherever it came to, or whatever
 * came from the null sender to a message's own return path. It counts by a secret of that very message: the return path,
 * or its Message-ID, which nobody can make up. Anybody may write the rest. What is only delayed waits: the server tries
 * again by itself.
 *
 * @returns null when it is no report
 */
export async function understandReport(
  message: ReadMessage,
  ports: UnderstandingPorts,
): Promise<InboundDecision | null> {
  const { mail, fromNobody } = message;
  if (isAnswer(message)) return null;
  const bySystem = fromNobody || mail.notice.fromMailSystem;
  if (mail.report === null && !bySystem) return null;
  const owners = await ownersOf(message, ports);
  const byPath = owners.find(({ via }) => via === 'bounce');
  if (mail.report === null && !byPath && !isNotice(message)) return null;
  const owner = byPath ?? owners.find(({ via }) => via === 'message-id');
  if (!owner) return { ...ignored(message, 'report-unproven'), ...meetingOf(owners) };
  if (owner.messageId === null) return ignored(message, 'report-unproven');
  const { roomId, role, method, sequence, messageId } = owner;
  const known: InboundDecision = { ...ignored(message, null), ...meetingOf([owner]), understood: 'bounce' };
  const { report, notice } = mail;
  if (notice.otherReport !== null) return { ...known, ...becauseOf(notice.otherReport, messageId) };
  if (await isByAddressee(message, owner, ports)) {
    return { ...known, understood: 'ignored', reason: 'automatic' };
  }
  const outcome = outcomeOf(
    { ...notice, report: report?.recipients ?? null, groups: notice.recipients },
    { addressed: byPath !== undefined && bySystem },
  );
  switch (outcome?.fate) {
    case 'failed':
      return {
        ...known,
        reason: outcome.status ?? 'failed',
        delivery: { messageId, event: 'bounced', detail: outcome.detail },
        event: bounced({ roomId, messageId, role, method, sequence: sequence ?? 0 }, 'mail'),
      };
    case 'delayed':
      return {
        ...known,
        reason: 'delayed',
        delivery: { messageId, event: 'deferred', detail: outcome.detail },
      };
    case 'delivered':
      return {
        ...known,
        reason: outcome.detail.split(' ')[0] ?? 'delivered',
        delivery: { messageId, event: 'delivered', detail: outcome.detail },
      };
    case undefined:
      // Somebody's absence, or a language that is not read: nothing became of the message.
      return {
        ...known,
        understood: 'ignored',
        reason: report === null && mail.autoSubmitted ? 'automatic' : 'report-not-understood',
      };
  }
}

/** RFC 8098 §3.2.6: only of what has arrived, something became. Others say less, and are recorded. */
function becauseOf({ kind, disposition }: OtherReport, messageId: string): Partial<InboundDecision> {
  if (kind !== 'receipt') {
    return { understood: 'ignored', reason: kind === 'complaint' ? 'complaint' : 'report-not-understood' };
  }
  if (disposition === null || !OF_THE_ARRIVED.has(disposition)) {
    return { understood: 'ignored', reason: `receipt-${disposition ?? 'unclear'}` };
  }
  return {
    reason: `receipt-${disposition}`,
    delivery: { messageId, event: 'delivered', detail: disposition },
  };
}

const OF_THE_ARRIVED = new Set(['displayed', 'deleted', 'dispatched', 'processed', 'denied']);

/**
 * From the address that the message was sent to, and without a group of fields: it arrived there, and what came back is
 * what that person has a program say (RFC 3834 §3.1). No mail system writes as the addressee, while a person's words may
 * be any, also those of a failure.
 */
async function isByAddressee(
  { mail: { from, report, notice }, tenantId }: ReadMessage,
  { uid, role }: MailOwner,
  ports: UnderstandingPorts,
): Promise<boolean> {
  if (from === null || report !== null || notice.fromMailSystem || notice.recipients.length > 0) return false;
  const parties = await ports.invitedParties(uid, tenantId);
  return parties !== null && relationOf(from, role, parties) !== 'other';
}

const meetingOf = ([owner]: readonly MailOwner[]): Partial<InboundDecision> =>
  owner ? { uid: owner.uid, meeting: owner, role: owner.role } : {};

function ownersOf({ mail, recipients, tenantId }: ReadMessage, ports: UnderstandingPorts) {
  const { report, notice, inReplyTo, references } = mail;
  const original = report?.originalMessageId ?? null;
  const named = [...(original === null ? [] : [original]), ...notice.messageIds, ...inReplyTo, ...references];
  return ports.ownersOf({ addresses: recipients, messageIds: [...new Set(named)] }, tenantId);
}

/** Something a mail system says in words, to an address that tells nothing of a message. */
const isNotice = ({ mail: { notice, hasCalendar } }: ReadMessage): boolean =>
  notice.fromMailSystem && !hasCalendar && notice.words !== null;
