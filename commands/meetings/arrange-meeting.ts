import { MeetingRefused } from '../../activities/meeting/meetings.ts';
import type { BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import type { Tenant } from '../../adapters/postgres/tenants.ts';
import type { Actor } from '../../policies/actor.ts';
import { bookMeeting } from './book-meeting.ts';
import { cancelKnown } from './cancel-meeting.ts';
import { createMeeting, type CreateMeeting } from './create-meeting.ts';
import type { MeetingDeps } from './meeting-input.ts';

/**
 * Makes a meeting and books it at once. Where somebody has no time, it is cancelled before anybody heard of it.
 *
 * @throws NotPermitted, CannotInvite; MeetingRefused, EngineUnavailable
 */
export async function arrangeMeeting(
  deps: MeetingDeps,
  actor: Actor,
  tenant: Tenant,
  arranged: CreateMeeting,
): Promise<BookedMeeting> {
  const made = await createMeeting(deps, actor, tenant, arranged);
  try {
    const booking = { meetingId: made.id, requestKey: arranged.id };
    return (await bookMeeting(deps, actor, tenant, booking)).meeting;
  } catch (error) {
    if (error instanceof MeetingRefused && error.code !== 'meeting-over') {
      await cancelKnown(deps, made, '');
    }
    throw error;
  }
}
