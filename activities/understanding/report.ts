import { outcomeOf, type Outcome } from '../../domain/delivery/outcome.ts';
import { bounced } from '../../domain/meeting/bouncing.ts';
import type { MailOwner, SignInMail } from '../inbound-ports.ts';
import type { Delivered, InboundDecision } from './decision.ts';
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
  const bySystem = fromNobody || mail.notice.fromMailSystem;
  if (mail.report === null && !bySystem) return null;
  const named = namedIn(message);
  const owners = await ports.ownersOf(named, message.tenantId);
  const byPath = owners.find(({ via }) => via === 'bounce');
  const owner = byPath ?? owners.find(({ via }) => via === 'message-id');
  const signIn = owner ? null : signInOf(await ports.signInMailsOf(named, message.tenantId));
  const addressed = byPath !== undefined || signIn?.via === 'bounce';
  if (mail.report === null && !addressed && !isNotice(message)) return null;
  const { report, notice } = mail;
  const outcome = outcomeOf(
    { ...notice, report: report?.recipients ?? null, groups: notice.recipients },
    { addressed: addressed && bySystem },
  );
  if (signIn) return ofSignIn(message, signIn, outcome);
  if (!owner) return { ...ignored(message, 'report-unproven'), ...meetingOf(owners) };
  if (owner.messageId === null) return ignored(message, 'report-unproven');
  const { roomId, role, method, sequence, messageId } = owner;
  return {
    ...whatBecame(message, { ...owner, messageId }, outcome),
    ...meetingOf([owner]),
    event:
      outcome?.fate === 'failed'
        ? bounced({ roomId, messageId, role, method, sequence: sequence ?? 0 }, 'mail')
        : null,
  };
}

/** The return path says which mail it is about, however poor the report is. */
const signInOf = (mails: readonly SignInMail[]): SignInMail | null =>
  mails.find(({ via }) => via === 'bounce') ?? mails[0] ?? null;

/** No meeting is told: the owner asks for another link, and the operator finds the report with the address it is about. */
const ofSignIn = (message: ReadMessage, signIn: SignInMail, outcome: Outcome | null): InboundDecision => ({
  ...whatBecame(message, signIn, outcome),
  uid: null,
  attendee: signIn.recipient,
});

const EVENTS = { failed: 'bounced', delayed: 'deferred', delivered: 'delivered' } as const;

/** What a report about a message of ours is recorded as. */
function whatBecame(
  message: ReadMessage,
  { tenantId, messageId }: Pick<Delivered, 'tenantId' | 'messageId'>,
  outcome: Outcome | null,
): InboundDecision {
  const { report, autoSubmitted } = message.mail;
  if (outcome === null) {
    // Somebody's absence, or a language that is not read: nothing became of the message.
    return ignored(message, report === null && autoSubmitted ? 'automatic' : 'report-not-understood');
  }
  const { fate, detail } = outcome;
  return {
    ...ignored(message, reasonOf(outcome)),
    understood: 'bounce',
    delivery: { tenantId, messageId, event: EVENTS[fate], detail },
  };
}

function reasonOf({ fate, status, detail }: Outcome): string {
  if (fate === 'failed') return status ?? 'failed';
  return fate === 'delayed' ? 'delayed' : (detail.split(' ')[0] ?? 'delivered');
}

const meetingOf = ([owner]: readonly MailOwner[]): Partial<InboundDecision> =>
  owner ? { uid: owner.uid, meeting: owner, role: owner.role } : {};

/** What may lead to the message that a report is about. */
function namedIn({ mail, recipients }: ReadMessage): Parameters<UnderstandingPorts['ownersOf']>[0] {
  const { report, notice, inReplyTo, references } = mail;
  const original = report?.originalMessageId ?? null;
  const named = [...(original === null ? [] : [original]), ...notice.messageIds, ...inReplyTo, ...references];
  return { addresses: recipients, messageIds: [...new Set(named)] };
}

/** Something a mail system says in words, to an address that tells nothing of a message. */
const isNotice = ({ mail: { notice, hasCalendar } }: ReadMessage): boolean =>
  notice.fromMailSystem && !hasCalendar && notice.words !== null;
