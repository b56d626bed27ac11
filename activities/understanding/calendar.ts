import type { ItipCounter, ItipReply, ItipSaid } from '../../domain/itip/inbound.ts';
import { ownerOfAddress } from '../../domain/itip/address.ts';
import { answersAnotherInvitation } from '../../domain/itip/another-invitation.ts';
import { isAboutItself } from '../../domain/itip/reading-about.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { InvitedMeeting, MailOwner, UnderstandingPorts } from './ports.ts';
import { authenticityOf, type Authenticity } from './authenticity.ts';
import type { InboundDecision } from './decision.ts';
import { eventOf } from './event-of.ts';
import { hold } from './hold.ts';
import { ignored, type ReadMessage } from './read-message.ts';
import type { Subject } from './subject.ts';

type About = Subject & { meeting: InvitedMeeting };

/** In whose name a message speaks, and how that is known. */
interface Claim {
  attendeeId: AttendeeId;
  by: 'attendee' | 'reply-address' | 'sender';
}

/** What a REPLY, COUNTER or REFRESH means for the meeting that it names. */
export async function understandCalendar(
  message: ReadMessage,
  itip: ItipSaid,
  about: About,
  ports: UnderstandingPorts,
): Promise<InboundDecision> {
  const { meeting, owners } = about;
  const { from } = message.mail;
  const claim = claimOf(itip, from, about);
  // A forwarded invitation is answered by strangers (RFC 6047 §2.2.1).
  if (claim === null) return { ...ignored(message, 'unexpected-attendee'), meeting };
  const { attendeeId } = claim;
  const authenticity = await authenticityOf(message, meeting, attendeeId, owners, ports);
  const known = { ...ignored(message, null, authenticity.evidence), meeting, attendeeId };
  if (authenticity.act === 'refuse') return { ...known, understood: 'refused', reason: authenticity.reason };
  if (meeting.status === 'cancelled')
    return cancelledAnswer(message, known, meeting, attendeeId, authenticity);
  const problem = meetingProblem(meeting);
  if (problem !== null) return { ...known, reason: problem };
  const question =
    questionAbout(itip, claim, authenticity, about, from) ??
    questionAboutInvitation(message, itip, attendeeId, authenticity, meeting);
  const event = eventOf(message, itip, attendeeId, about);
  if (itip.kind === 'delegation' || isByDelegate(itip, about)) {
    if (question !== null && authenticity.act === 'confirm') return { ...known, reason: question };
    return {
      ...known,
      understood: 'reply',
      reason: 'partstat-delegated',
      event: delegated(message, attendeeId),
    };
  }
  if (event === null) return known;
  if (question === 'instance-unknown' && about.own === null) return { ...known, reason: question };
  if (question !== null) return hold(message, itip, known, event, question, meeting, ports);
  return { ...known, understood: itip.kind, event };
}

/** An answer that names no meeting of ours, but came to an invitation's own address: whoever was invited is asked. */
export async function understandUnnamed(
  message: ReadMessage,
  itip: ItipReply | ItipCounter,
  about: About & { own: MailOwner },
  ports: UnderstandingPorts,
): Promise<InboundDecision> {
  const { meeting, own, owners } = about;
  const { attendeeId } = own;
  const { evidence } = await authenticityOf(message, meeting, attendeeId, owners, ports);
  const known = { ...ignored(message, null, evidence), uid: meeting.uid, meeting, attendeeId };
  const problem = meeting.status === 'cancelled' ? 'meeting-cancelled' : meetingProblem(meeting);
  if (problem !== null) return { ...known, reason: problem };
  const event = eventOf(message, itip, attendeeId, about);
  const reason = itip.uid === null ? 'uid-missing' : 'unknown-uid';
  return event === null ? known : hold(message, itip, known, event, reason, meeting, ports);
}

/** The attendee in whose name the message speaks: by its ATTENDEE, by the address that it came to, or by its sender. */
function claimOf(itip: ItipSaid, from: string | null, { own, meeting }: About): Claim | null {
  const ownerOf = (address: string | null) => ownerOfAddress(address, meeting.addresses)?.who;
  const named = ownerOf(itip.attendee ?? from);
  if (named !== undefined) return { attendeeId: named, by: 'attendee' };
  const sending = ownerOf(itip.delegatedFrom);
  if (sending !== undefined) return { attendeeId: sending, by: 'attendee' };
  if (own !== null && own.meetingId === meeting.meetingId)
    return { attendeeId: own.attendeeId, by: 'reply-address' };
  const sender = ownerOf(from);
  return sender === undefined ? null : { attendeeId: sender, by: 'sender' };
}

/** Whoever was sent by an invited person answers in their own name (RFC 5546 §3.2.2.3). */
function isByDelegate(itip: ItipSaid, { meeting }: About): boolean {
  const ownerOf = (address: string | null) => ownerOfAddress(address, meeting.addresses)?.who;
  return (
    itip.attendee !== null &&
    ownerOf(itip.attendee) === undefined &&
    ownerOf(itip.delegatedFrom) !== undefined
  );
}

/** Why the attendee has to be asked whether the answer is its own; null when it need not be. */
function questionAbout(
  itip: ItipSaid,
  { attendeeId, by }: Claim,
  { act, reason }: Authenticity,
  { meeting }: About,
  from: string | null,
): string | null {
  // The meeting has one instance: its own start is the only RECURRENCE-ID that names it.
  if (!isAboutItself(itip, meeting.startMs)) return 'instance-unknown';
  if (act === 'confirm') return reason;
  if (itip.kind === 'reply' && itip.contradicted) return 'answers-differ';
  if (by === 'attendee') return null;
  // The newest invitation goes to the invited address, whoever asks for it there.
  if (by === 'reply-address' && itip.kind === 'refresh') return null;
  const isSender = ownerOfAddress(from, meeting.addresses)?.who === attendeeId;
  // Gmail copies all attendees into a COUNTER: which of them proposes, only the sender tells.
  return isSender && (by === 'reply-address' || itip.kind === 'counter') ? null : 'unexpected-attendee';
}

/** Why the answer may be to an invitation of somebody else with the same UID; null: it is to ours. */
function questionAboutInvitation(
  { mail }: ReadMessage,
  itip: ItipSaid,
  attendeeId: AttendeeId,
  { evidence }: Authenticity,
  { organizer, startMs, sequence, timezones }: InvitedMeeting,
): string | null {
  if (evidence.replyAddress === 'own') return null;
  const zone = timezones[attendeeId] ?? 'UTC';
  return answersAnotherInvitation(itip, mail.to, { organizer, startMs, sequence, zone });
}

function meetingProblem({ status }: InvitedMeeting): string | null {
  if (status === 'open' || status === 'held') return 'not-booked';
  return status === 'closed' ? 'meeting-over' : null;
}

const delegated = ({ effectId }: ReadMessage, attendeeId: AttendeeId): InboundDecision['event'] => ({
  type: 'delegation-tried',
  key: `delegation/${effectId}`,
  door: 'mail',
  attendeeId,
});

/** An answer after the cancellation: its sender's calendar still has the meeting, and gets the CANCEL again. */
function cancelledAnswer(
  { receivedMs }: ReadMessage,
  known: InboundDecision,
  { meetingId }: InvitedMeeting,
  attendeeId: AttendeeId,
  { act }: Authenticity,
): InboundDecision {
  const hour = Math.floor(receivedMs / 3_600_000);
  return {
    ...known,
    reason: 'meeting-cancelled',
    event:
      act === 'accept'
        ? {
            type: 'repeat-cancel',
            // One an hour: a program that answers every CANCEL does not make a loop.
            key: `cancel-again/${meetingId}/${attendeeId}/${hour}`,
            meetingId,
            attendeeId,
            atMs: receivedMs,
          }
        : null,
  };
}
