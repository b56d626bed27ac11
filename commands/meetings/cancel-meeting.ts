import { EngineUnavailable, MeetingRefused, saysItIsOver } from '../../activities/meeting/meetings.ts';
import { meetingById, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { addressesInMeeting } from '../../adapters/postgres/people/person.ts';
import { hideTheseAddresses } from '../../domain/meeting/privacy.ts';
import type { Actor } from '../../policies/actor.ts';
import type { MeetingName } from '../../queries/known-meeting.ts';
import { requireBookedMeeting } from './booked-meeting.ts';
import { meetingInput, type MeetingDeps } from './meeting-input.ts';

/** Of what may be said to a cancellation, in characters. */
export const LONGEST_REASON = 500;

/**
 * Cancels the meeting; one that is cancelled stays as it is.
 *
 * @returns the meeting before, and its SEQUENCE as of the cancellation
 * @throws NotPermitted; MeetingRefused when it took place
 */
export async function cancelMeeting(
  deps: MeetingDeps,
  actor: Actor,
  named: MeetingName & { reason: string },
): Promise<{ meeting: BookedMeeting; sequence: number }> {
  const meeting = await requireBookedMeeting(deps, actor, 'meetings.change', named);
  return { meeting, sequence: await cancelKnown(deps, meeting, named.reason) };
}

/** Cancels a meeting that was looked up for whoever may change it. */
export async function cancelKnown(
  deps: MeetingDeps,
  meeting: BookedMeeting,
  reason: string,
): Promise<number> {
  const standing = sequenceOfCancelled(meeting);
  if (standing !== null) return standing;
  // Temporal shows it to operators: the attendees' addresses go no further than this.
  const told = hideTheseAddresses(reason, await addressesInMeeting(deps.knex, meeting.id));
  try {
    // A meeting can be cancelled once, so the event needs no id of its own.
    const event = { type: 'cancelled', key: 'cancelled/api', door: 'api', reason: told } as const;
    return (await deps.meetings.cancel(meetingInput(meeting, deps), event)).sequence;
  } catch (error) {
    if (!saysItIsOver(error)) throw error;
    // Somebody else was faster.
    const now = await meetingById(deps.knex, meeting.tenantId, meeting.id);
    const sequence = now && sequenceOfCancelled(now);
    if (sequence === null) throw new EngineUnavailable(error);
    return sequence;
  }
}

/** @returns null when it is not over yet */
function sequenceOfCancelled({
  status,
  sequence,
}: Pick<BookedMeeting, 'status' | 'sequence'>): number | null {
  if (status === 'closed') throw new MeetingRefused('meeting-over');
  return status === 'cancelled' ? sequence : null;
}
