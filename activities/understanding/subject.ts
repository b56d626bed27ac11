import { ownerOfAddress } from '../../domain/itip/address.ts';
import { readingAbout } from '../../domain/itip/reading-about.ts';
import type { ItipReading } from '../../domain/itip/inbound.ts';
import type { InvitedMeeting, MailOwner, UnderstandingPorts } from './ports.ts';
import { isAnswer } from './answer.ts';
import type { ReadMessage } from './read-message.ts';

/** What a message is about, as far as anything in it tells. */
export interface Subject {
  /** Whose our own addresses and Message-IDs in it are. */
  owners: readonly MailOwner[];
  /** Of the address of an invitation's own that it came to. */
  own: MailOwner | null;
  /** The meeting, by UID or by that address. */
  meeting: InvitedMeeting | null;
  /** What its calendars say about that meeting; of no meeting of ours, null. */
  itip: ItipReading | null;
}

/** So many UIDs are looked up at once: some programs send an event for each instance, and events of others before ours. */
const MOST_UIDS = 100;

/**
 * Finds the meeting of a message: the one whose own address it came to, else one that its calendars name; and of all
 * that the calendars say, what is about it.
 */
export async function subjectOf(
  message: Pick<ReadMessage, 'mail' | 'readings' | 'recipients' | 'tenantId'>,
  ports: Pick<UnderstandingPorts, 'ownersOf' | 'invitedMeeting'>,
): Promise<Subject> {
  const { mail, readings, recipients, tenantId } = message;
  const uids = [...new Set(readings.flatMap(({ uid }) => uid ?? []))].slice(0, MOST_UIDS);
  const messageIds = [...mail.inReplyTo, ...mail.references];
  const [found, named] = await Promise.all([
    ports.ownersOf({ addresses: recipients, messageIds }, tenantId),
    Promise.all(uids.map((uid) => ports.invitedMeeting(uid, tenantId))),
  ]);
  const owners = isAnswer(message) ? found.map(byReturnPath) : found;
  const personal = owners.filter(({ via }) => via === 'reply' || via === 'organizer');
  const known = named.filter((meeting) => meeting !== null);
  const isNamed = ({ meetingId }: MailOwner) => known.some((meeting) => meeting.meetingId === meetingId);
  const own = personal.find(isNamed) ?? personal[0] ?? null;
  const meeting =
    known.find(({ meetingId }) => meetingId === own?.meetingId) ??
    known.find((each) => itipAbout(each, readings, mail.from).isOfInvited) ??
    known[0] ??
    (own === null ? null : await ports.invitedMeeting(own.uid, tenantId));
  return { owners, own, meeting, itip: meeting && itipAbout(meeting, readings, mail.from).itip };
}

/**
 * Some programs answer to the return path: it is as much a secret of the one invitation as the reply address is.
 * Whatever else comes there is not answered, since much of it is from programs that do not say so.
 */
const byReturnPath = (owner: MailOwner): MailOwner =>
  owner.via === 'bounce' ? { ...owner, via: 'reply' } : owner;

function itipAbout(
  meeting: InvitedMeeting,
  readings: readonly ItipReading[],
  from: string | null,
): { itip: ItipReading | null; isOfInvited: boolean } {
  const ownerOf = (address: string | null) => ownerOfAddress(address, meeting.addresses);
  const itip = readingAbout(readings, {
    uid: meeting.uid,
    startMs: meeting.startMs,
    zone: meeting.timezones[ownerOf(from)?.who ?? 'guest'] ?? 'UTC',
    isInvited: (address) => ownerOf(address) !== null,
  });
  return { itip, isOfInvited: itip !== null && ownerOf(itip.attendee ?? from) !== null };
}
