import { judge, type Act, type ReplyAddressProof } from '../../domain/authenticity/policy.ts';
import { ownerOfAddress } from '../../domain/itip/address.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { InvitedMeeting, MailOwner, UnderstandingPorts } from './ports.ts';
import type { Evidence } from './decision.ts';
import { NOBODY } from './nobody.ts';
import type { ReadMessage } from './read-message.ts';

/** How far a message may act in the name of an attendee. */
export interface Authenticity {
  act: Act;
  reason: string;
  evidence: Evidence;
}

/**
 * Weighs whether a message is from the attendee whose answer it says to be: its sender's address, what the domain
 * vouches for, and whether it came to an address that only that attendee knows.
 *
 * @param owners whose our own addresses among the message's receivers are
 */
export async function authenticityOf(
  { mail }: ReadMessage,
  meeting: InvitedMeeting,
  attendeeId: AttendeeId,
  owners: readonly MailOwner[],
  ports: Pick<UnderstandingPorts, 'authenticate' | 'mode'>,
): Promise<Authenticity> {
  const sender = relationOf(mail.from, attendeeId, meeting);
  const proof = proofOf(owners, meeting.meetingId, attendeeId);
  const authentication = await ports.authenticate();
  const verdict = judge({ authentication: authentication ?? NOBODY, proof, mode: ports.mode });
  const evidence: Evidence = {
    sender,
    replyAddress: proof === null ? null : proof === 'own-reply-address' ? 'own' : 'foreign',
    authentication,
    verdict: { ...verdict },
  };
  // The domain vouches for its own addresses, but this one is not known to be the attendee's.
  if (verdict.act === 'accept' && sender === 'other' && proof !== 'own-reply-address') {
    return { act: 'confirm', reason: 'sender-not-attendee', evidence };
  }
  return { act: verdict.act, reason: verdict.reason, evidence };
}

/** How an address is known as an attendee's; `other`: it is not, or it is another attendee's. */
export function relationOf(
  address: string | null,
  attendeeId: AttendeeId,
  { addresses }: Pick<InvitedMeeting, 'addresses'>,
): NonNullable<Evidence['sender']> {
  const owner = ownerOfAddress(address, addresses);
  return owner?.who === attendeeId ? owner.relation : 'other';
}

function proofOf(owners: readonly MailOwner[], meetingId: string, attendeeId: AttendeeId): ReplyAddressProof {
  const personal = owners.filter(({ via }) => via === 'reply' || via === 'organizer');
  if (personal.length === 0) return null;
  const own = personal.some((owner) => owner.meetingId === meetingId && owner.attendeeId === attendeeId);
  return own ? 'own-reply-address' : 'foreign-reply-address';
}
