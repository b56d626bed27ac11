import { leaningOf } from '../../domain/meeting/leaning.ts';
import { TEXT_ANSWER_PAUSE_MS } from '../../domain/meeting/words.ts';
import { ownerOfAddress } from '../../domain/itip/address.ts';
import type { IgnoredReason, ItipReading } from '../../domain/itip/inbound.ts';
import type { MailOwner, UnderstandingPorts } from './ports.ts';
import { authenticityOf } from './authenticity.ts';
import type { InboundDecision } from './decision.ts';
import { ignored, sealedBy, type ReadMessage } from './read-message.ts';
import type { Subject } from './subject.ts';

/**
 * What says nothing by a calendar: a person's words, alone or beside an invitation that came back, an answer that says
 * NEEDS-ACTION, or a calendar that is about nothing of ours. They are answered once with links to answer and to ask for
 * another time, which go to the invited address whoever wrote; programs are never answered (RFC 3834 §2).
 */
export async function understandText(
  message: ReadMessage,
  subject: Subject,
  ports: UnderstandingPorts,
): Promise<InboundDecision> {
  const { mail, tenantId, receivedMs } = message;
  const sealed = sealedBy(mail);
  const owner = writerOf(message, subject);
  const nothing = sealed ?? reasonOf(message);
  if (!owner) return ignored(message, nothing);
  const about = { ...ignored(message, null), uid: owner.uid, meeting: owner, attendeeId: owner.attendeeId };
  // An answer that a program spoilt came from a person all the same, and only where its own answers come to.
  const spoilt = subject.own !== null && isSpoiltAnswer(message);
  if (mail.autoSubmitted && !spoilt) return { ...about, reason: automatic(nothing) };
  const words = await wordsOf(message, ports);
  if (words === '' && sealed === null && !spoilt) return { ...about, reason: wordless(nothing) };
  const meeting =
    subject.meeting?.meetingId === owner.meetingId
      ? subject.meeting
      : await ports.invitedMeeting(owner.uid, tenantId);
  if (!meeting) return { ...about, reason: 'unknown-uid' };
  const { act, reason, evidence } = await authenticityOf(
    message,
    meeting,
    owner.attendeeId,
    subject.owners,
    ports,
  );
  const known = { ...about, evidence };
  if (act === 'refuse') return { ...known, understood: 'refused', reason };
  if (act === 'confirm' && evidence.sender === 'other') return { ...known, reason: 'unexpected-sender' };
  if (meeting.status !== 'scheduled') return { ...known, reason: 'meeting-over' };
  const answered = await ports.decidedSince({
    meetingId: owner.meetingId,
    attendeeId: owner.attendeeId,
    understood: 'text',
    sinceMs: receivedMs - TEXT_ANSWER_PAUSE_MS,
  });
  if (answered > 0) return { ...known, reason: 'answered-lately' };
  const says = !isOurSubject(words, mail);
  return {
    ...known,
    understood: 'text',
    reason: sealed,
    event: {
      type: 'text-received',
      key: `text/${message.effectId}`,
      door: 'mail',
      attendeeId: owner.attendeeId,
      leaning: says ? leaningOf(words) : null,
      suggestion: says
        ? await ports.timeInText(words, {
            meeting,
            zone: meeting.timezones[owner.attendeeId] ?? 'UTC',
            language: mail.language ?? meeting.languages[owner.attendeeId] ?? null,
            nowMs: receivedMs,
          })
        : null,
    },
  };
}

/**
 * Whose words they are. An address of the invitation's own says more than a Message-ID, which a quoting program may have
 * copied; a UID says it with the sender, or with the one attendee that our invitation names.
 */
function writerOf({ mail, itip }: ReadMessage, { owners, own, meeting }: Subject): Writer | null {
  const answered = own ?? owners.find(({ via }) => via === 'message-id');
  if (answered || !meeting || itip.uid !== meeting.uid) return answered ?? null;
  const whose = (address: string | null) => ownerOfAddress(address, meeting.addresses)?.who;
  const attendeeId = whose(mail.from) ?? whose(itip.attendee);
  return attendeeId === undefined ? null : { ...meeting, attendeeId };
}

type Writer = Pick<MailOwner, 'tenantId' | 'meetingId' | 'uid' | 'attendeeId'>;

/** What was written: in the mail, in the calendar's comment, or, where there is no calendar, in the subject alone. */
async function wordsOf({ mail, itip }: ReadMessage, ports: UnderstandingPorts): Promise<string> {
  const comment = itip.kind === 'ignored' ? itip.comment : '';
  const written = [await ports.writtenText(), comment].find((text) => text.trim() !== '');
  return (written ?? (reasonIs(itip, 'no-calendar') ? mail.subject : '')).trim();
}

/** The subject of an answer is ours, with the meeting's title and day: it asks for no other time. */
const isOurSubject = (words: string, { subject, inReplyTo }: ReadMessage['mail']): boolean =>
  words === subject.trim() && inReplyTo.length > 0;

const reasonOf = ({ itip }: ReadMessage): string => (itip.kind === 'ignored' ? itip.reason : 'unknown-uid');
const automatic = (reason: string): string => (reason === 'no-calendar' ? 'automatic' : reason);
const wordless = (reason: string): string => (reason === 'no-calendar' ? 'no-text' : reason);

const reasonIs = (itip: ItipReading, ...reasons: IgnoredReason[]): boolean =>
  itip.kind === 'ignored' && reasons.includes(itip.reason);

/** It says something by a calendar, in a way that nobody can tell what. */
const isSpoiltAnswer = ({ itip }: ReadMessage): boolean =>
  reasonIs(
    itip,
    'calendar-unreadable',
    'calendar-too-large',
    'method-missing',
    'method-not-understood',
    'event-missing',
    'partstat-not-understood',
    'time-missing',
    'time-unreadable',
    'zone-unknown',
  ) ||
  (itip.kind === 'ignored' && itip.method === 'CANCEL');
