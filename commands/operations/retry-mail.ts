import { ContentRemoved } from '../../activities/inbound/ports.ts';
import { MeetingNotRunning } from '../../activities/meeting/meetings.ts';
import type { OutgoingOwner } from '../../adapters/postgres/operations/outgoing-mail.ts';
import type { Actor } from '../../policies/actor.ts';
import { mailFor } from '../../queries/operations/mail.ts';
import { permitOperations, type OperatedTenant } from '../../queries/operations/permit.ts';
import { againKey, deliveryWorkflowId } from '../../workflows/delivery/messages.ts';
import { meetingWorkflowId } from '../../workflows/meeting/messages.ts';
import type { CalendarMethod } from '../../domain/meeting/message-spec.ts';
import type { CommandDeps } from '../deps.ts';
import { decideAgain } from '../messages/run-again.ts';

/**
 * What a retry did. Of a message that goes out, `sending`: whoever owns it sends it once more; `hurried`: it waited for its
 * next attempt, which is made now; `under-way`: an attempt is being made; `looking`: its meeting looks for what it has not
 * sent. Why nothing was done: `already-sent`, `came-back`, `lapsed`, `meeting-over`, `link-expired`, `content-removed`. Of one that
 * came in: `taken`, `set-aside` with the reason, or `not-needed`.
 */
export const RETRIED = [
  'sending',
  'hurried',
  'under-way',
  'looking',
  'already-sent',
  'came-back',
  'lapsed',
  'meeting-over',
  'link-expired',
  'content-removed',
  'taken',
  'set-aside',
  'not-needed',
] as const;

export interface Retried {
  code: (typeof RETRIED)[number];
  /** What a message that came in was understood as, or why it could not be; null: there is nothing to say. */
  detail: string | null;
}

type Deps = Pick<CommandDeps, 'knex' | 'clock' | 'inbound' | 'meetings' | 'deliveries' | 'care'>;

/** Whether something was done about it. */
export const isDone = ({ code }: Retried): boolean =>
  ['sending', 'hurried', 'under-way', 'looking', 'taken'].includes(code);

/**
 * Sends a message once more, the same bytes under the same Message-ID, or reads one once more that could not be read.
 *
 * @param id anything
 * @throws NotPermitted also where there is none; EngineUnavailable
 */
export async function retryMail(
  deps: Deps,
  actor: Actor,
  tenantId: OperatedTenant,
  id: string,
): Promise<Retried> {
  permitOperations(actor, 'operations.mend', tenantId);
  const seen = await mailFor(deps, actor, tenantId, id);
  if (seen.direction === 'in')
    return seen.mail.status === 'poison' || seen.mail.status === 'undecided'
      ? readAgain(deps, seen.mail.id)
      : { code: 'not-needed', detail: seen.mail.decision };
  return { code: await sendAgain(deps, seen.mail), detail: null };
}

async function readAgain(deps: Deps, id: string): Promise<Retried> {
  try {
    const { understood, reason } = await decideAgain(deps, id);
    return understood === 'failed'
      ? { code: 'set-aside', detail: reason }
      : { code: 'taken', detail: understood };
  } catch (error) {
    if (error instanceof ContentRemoved) return { code: 'content-removed', detail: null };
    throw error;
  }
}

async function sendAgain(deps: Deps, message: OutgoingOwner): Promise<Retried['code']> {
  if (message.status === 'sent' || message.status === 'delivered') return 'already-sent';
  // To whom it cannot be delivered, the same message is not delivered either.
  if (message.status === 'bounced') return 'came-back';
  if (message.status === 'lapsed') return 'lapsed';
  if (!message.isKept) return 'content-removed';
  const isFailed = message.status === 'refused' || message.status === 'given-up';
  return isFailed ? sendFailed(deps, message) : hurry(deps, message);
}

/** A message that waits is somebody's, who has it sent; unless they are gone. */
async function hurry(deps: Deps, message: OutgoingOwner): Promise<Retried['code']> {
  for (const workflowId of ownersOf(message)) {
    const { status, pending } = await deps.care.describe(workflowId);
    if (status !== 'running') continue;
    if ((await deps.care.hurry(workflowId, 'sendMessage')) > 0) return 'hurried';
    if (pending.some(({ activity }) => activity === 'sendMessage')) return 'under-way';
    if (message.uid === null) return 'under-way';
    await deps.meetings.reconcile(message.uid);
    return 'looking';
  }
  return startAgain(deps, message);
}

async function sendFailed(deps: Deps, message: OutgoingOwner): Promise<Retried['code']> {
  const { id, uid, to, method, sequence } = message;
  if (uid !== null && to !== null) {
    try {
      const summary = `${summaryOf(message)} again`;
      await deps.meetings.resend(uid, {
        ...{ id, to, sequence, summary },
        method: method as CalendarMethod | null,
      });
      return 'sending';
    } catch (error) {
      if (!(error instanceof MeetingNotRunning)) throw error;
    }
  }
  return startAgain(deps, message);
}

/** Where nobody is left who would send it; but what nobody needs any more is not sent. */
async function startAgain({ deliveries, clock }: Deps, message: OutgoingOwner): Promise<Retried['code']> {
  const { id, signIn, meetingStatus, method } = message;
  if (signIn && signIn.expiresAt.getTime() <= clock.nowMs()) return 'link-expired';
  // Who has heard nothing of a cancellation comes, or waits: that is worth telling however late.
  const isOver = meetingStatus === 'closed' || (meetingStatus === 'cancelled' && method !== 'CANCEL');
  if (isOver) return 'meeting-over';
  await deliveries.start({ type: 'again', key: againKey(id), id, summary: `${summaryOf(message)} again` });
  return 'sending';
}

/** The workflows that may be about to send it. */
function ownersOf({ id, uid, signIn, noticeId, messageKey }: OutgoingOwner): string[] {
  const again = deliveryWorkflowId(againKey(id));
  if (signIn) return [deliveryWorkflowId(`sign-in/${signIn.id}`), again];
  if (noticeId !== null) return [deliveryWorkflowId(`notice/${noticeId}`), again];
  // The key of a repeated CANCEL ends with that of its delivery (SEQUENCE/METHOD/KIND/TO/KEY).
  const repeated = messageKey.split('/').slice(4).join('/');
  return [...(uid === null ? [] : [meetingWorkflowId(uid)]), deliveryWorkflowId(repeated), again];
}

function summaryOf({ kind, to, sequence, signIn }: OutgoingOwner): string {
  if (signIn) return 'sign-in link';
  return to === null ? kind : `${kind} to the ${to}, SEQUENCE ${sequence}`;
}
