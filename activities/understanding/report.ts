import { outcomeOf, type Outcome } from '../../domain/delivery/outcome.ts';
import { bounced } from '../../domain/meeting/bouncing.ts';
import type { MailOwner, SignInMail, UnderstandingPorts } from './ports.ts';
import { isAnswer } from './answer.ts';
import { relationOf } from './authenticity.ts';
import type { Delivered, InboundDecision } from './decision.ts';
import type { OtherReport } from './mail.ts';
import { ignored, type ReadMessage } from './read-message.ts';

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
  const bySystem = fromNobody || mail.fromMailSystem;
  if (mail.report === null && !bySystem) return null;
  const named = namedIn(message);
  const owners = await ports.ownersOf(named, message.tenantId);
  const byPath = owners.find(({ via }) => via === 'bounce');
  const owner = byPath ?? owners.find(({ via }) => via === 'message-id');
  const signIn = owner ? null : signInOf(await ports.signInMailsOf(named, message.tenantId));
  const addressed = byPath !== undefined || signIn?.via === 'bounce';
  if (mail.report === null && !addressed && !isNotice(message)) return null;
  const said = (isTheirs: () => boolean | Promise<boolean>) =>
    saidIn(message, addressed && bySystem, isTheirs);
  if (signIn)
    return ofSignIn(message, signIn, await said(() => mayBeTheirs(mail) && mail.from === signIn.recipient));
  if (!owner) return { ...ignored(message, 'report-unproven'), ...meetingOf(owners) };
  if (owner.messageId === null) return ignored(message, 'report-unproven');
  const { meetingId, attendeeId, method, sequence, messageId } = owner;
  const says = await said(() => isByAddressee(message, owner, ports));
  return {
    ...whatBecame(message, { ...owner, messageId }, says),
    ...meetingOf([owner]),
    event:
      isOutcome(says) && says.fate === 'failed'
        ? bounced({ meetingId, messageId, attendeeId, method, sequence: sequence ?? 0 }, 'mail')
        : null,
  };
}

/** What became of a message; what a program of the addressee says; or another kind of report. Null: nothing clear. */
type Said = Outcome | OtherReport | 'automatic' | null;

const isOutcome = (said: Said): said is Outcome =>
  said !== null && typeof said === 'object' && 'fate' in said;

/** @param isTheirs whether the addressee's own program wrote it; asked only where nothing else tells what it is */
async function saidIn(
  { mail: { report, notice } }: ReadMessage,
  addressed: boolean,
  isTheirs: () => boolean | Promise<boolean>,
): Promise<Said> {
  if (notice.otherReport !== null) return notice.otherReport;
  if (await isTheirs()) return 'automatic';
  return outcomeOf(
    { ...notice, report: report?.recipients ?? null, groups: notice.recipients },
    { addressed },
  );
}

/** The return path says which mail it is about, however poor the report is. */
const signInOf = (mails: readonly SignInMail[]): SignInMail | null =>
  mails.find(({ via }) => via === 'bounce') ?? mails[0] ?? null;

/** No meeting is told: the owner asks for another link, and the operator finds the report with the address it is about. */
const ofSignIn = (message: ReadMessage, signIn: SignInMail, says: Said): InboundDecision => ({
  ...whatBecame(message, signIn, says),
  uid: null,
  attendee: signIn.recipient,
});

const EVENTS = { failed: 'bounced', delayed: 'deferred', delivered: 'delivered' } as const;

/** What a report about a message of ours is recorded as. */
function whatBecame(
  message: ReadMessage,
  about: Pick<Delivered, 'tenantId' | 'messageId'>,
  said: Said,
): InboundDecision {
  const { report, autoSubmitted, fromMailSystem } = message.mail;
  if (said === 'automatic') return ignored(message, 'automatic');
  if (said === null) {
    // Somebody's absence, or a language that is not read: nothing became of the message.
    return ignored(
      message,
      report === null && autoSubmitted && !fromMailSystem ? 'automatic' : 'report-not-understood',
    );
  }
  if (!isOutcome(said)) return { ...ignored(message, null), ...becauseOf(said, about) };
  const { tenantId, messageId } = about;
  return {
    ...ignored(message, reasonOf(said)),
    understood: 'bounce',
    delivery: { tenantId, messageId, event: EVENTS[said.fate], detail: said.detail },
  };
}

/** RFC 8098 §3.2.6: only of what has arrived, something became. Others say less, and are recorded. */
function becauseOf(
  { kind, disposition }: OtherReport,
  { tenantId, messageId }: Pick<Delivered, 'tenantId' | 'messageId'>,
): Partial<InboundDecision> {
  if (kind !== 'receipt') {
    return { reason: kind === 'complaint' ? 'complaint' : 'report-not-understood' };
  }
  if (disposition === null || !OF_THE_ARRIVED.has(disposition)) {
    return { reason: `receipt-${disposition ?? 'unclear'}` };
  }
  return {
    understood: 'bounce',
    reason: `receipt-${disposition}`,
    delivery: { tenantId, messageId, event: 'delivered', detail: disposition },
  };
}

function reasonOf({ fate, status, detail }: Outcome): string {
  if (fate === 'failed') return status ?? 'failed';
  return fate === 'delayed' ? 'delayed' : (detail.split(' ')[0] ?? 'delivered');
}

const OF_THE_ARRIVED = new Set(['displayed', 'deleted', 'dispatched', 'processed', 'denied']);

/**
 * From the address that the message was sent to, and without a group of fields: it arrived there, and what came back is
 * what that person has a program say (RFC 3834 §3.1). No mail system writes as the addressee, while a person's words may
 * be any, also those of a failure.
 */
const mayBeTheirs = ({ from, report, fromMailSystem, notice }: ReadMessage['mail']): boolean =>
  from !== null && report === null && !fromMailSystem && notice.recipients.length === 0;

async function isByAddressee(
  { mail, tenantId }: ReadMessage,
  { uid, attendeeId }: MailOwner,
  ports: UnderstandingPorts,
): Promise<boolean> {
  if (!mayBeTheirs(mail)) return false;
  const meeting = await ports.invitedMeeting(uid, tenantId);
  return meeting !== null && relationOf(mail.from, attendeeId, meeting) !== 'other';
}

const meetingOf = ([owner]: readonly MailOwner[]): Partial<InboundDecision> =>
  owner ? { uid: owner.uid, meeting: owner, attendeeId: owner.attendeeId } : {};

/** What may lead to the message that a report is about. */
function namedIn({ mail, recipients }: ReadMessage): Parameters<UnderstandingPorts['ownersOf']>[0] {
  const { report, notice, inReplyTo, references } = mail;
  const original = report?.originalMessageId ?? null;
  const named = [...(original === null ? [] : [original]), ...notice.messageIds, ...inReplyTo, ...references];
  return { addresses: recipients, messageIds: [...new Set(named)] };
}

/** Something a mail system says in words, to an address that tells nothing of a message. */
const isNotice = ({ mail: { fromMailSystem, notice, hasCalendar } }: ReadMessage): boolean =>
  fromMailSystem && !hasCalendar && notice.words !== null;
