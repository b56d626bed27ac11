import { addressesInMeeting } from '../../adapters/postgres/people/person.ts';
import { hideAddressesAndThese } from '../../domain/meeting/privacy.ts';
import { spending, type LinkDeps } from './link-uses.ts';
import { openToAnswer } from './look-at-link.ts';

/**
 * Cancels the meeting for everybody with the link that answers its invitation, for who may do so.
 *
 * @throws LinkProblem; MeetingRefused `may-not-cancel`; MeetingNotRunning, EngineUnavailable
 */
export async function cancelByLink(
  deps: LinkDeps,
  { token, reason }: { token: string; reason: string },
): Promise<void> {
  const link = await openToAnswer(deps, token);
  // Temporal shows it to operators, and the others read it.
  const told = hideAddressesAndThese(reason, await addressesInMeeting(deps.knex, link.meetingId));
  const { attendeeId } = link;
  await spending(deps, link, 'cancelled', () =>
    deps.meetings.update(link.uid, {
      type: 'cancelled',
      key: `cancelled/${attendeeId}`,
      door: 'link',
      attendeeId,
      reason: told,
    }),
  );
}
