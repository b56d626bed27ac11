import { isMailboxOf } from './address.ts';
import type { ItipSaid } from './inbound.ts';
import { isAtItsTime, type MeetingMeant } from './reading-about.ts';

/** Why an answer seems to be to an invitation that is not ours; the codes are stable. */
export type AnotherInvitation = 'organizer-not-ours' | 'not-addressed-to-us' | 'about-another-time';

/**
 * An answer names a UID, and whoever is invited knows that of a meeting: an invitation of their own that carries it gets
 * genuine answers, which they could hand on to us. So an answer that nothing else proves counts by itself only when it
 * is to our invitation: of our ORGANIZER, addressed to us, about the time that we invited to.
 *
 * @param to whom the answer's sender addressed, in lower case; none: it does not say
 */
export function answersAnotherInvitation(
  itip: ItipSaid,
  to: readonly string[],
  meeting: Pick<MeetingMeant, 'startMs' | 'zone'> & { organizer: string; sequence: number },
): AnotherInvitation | null {
  const isOurs = (address: string) => isMailboxOf(address, meeting.organizer);
  if (itip.organizer !== null && !isOurs(itip.organizer)) return 'organizer-not-ours';
  if (to.length > 0 && !to.some(isOurs)) return 'not-addressed-to-us';
  if (itip.kind !== 'reply' || itip.time === null || itip.sequence !== meeting.sequence) return null;
  return isAtItsTime(itip, meeting) ? null : 'about-another-time';
}
