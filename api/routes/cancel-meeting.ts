import { saysItIsOver } from '../../activities/meeting/meetings.ts';
import { attendeesOf, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { hideTheseAddresses } from '../../domain/meeting/privacy.ts';
import { engineUnavailable, refused } from '../middleware/problems.ts';
import type { ApiDeps } from '../deps.ts';
import { meetingInput, requireMeeting } from './meeting-of.ts';

/**
 * Cancels the meeting; one that is cancelled stays as it is.
 *
 * @returns its SEQUENCE as of the cancellation
 * @throws Problem meeting-over when it took place
 */
export async function cancelBooked(deps: ApiDeps, meeting: BookedMeeting, reason: string): Promise<number> {
  if (meeting.status === 'cancelled') return meeting.sequence;
  if (meeting.status === 'closed') throw refused('meeting-over');
  // Temporal shows it to operators: the parties' addresses go no further than this.
  const people = await attendeesOf(deps.knex, meeting.id);
  const told = hideTheseAddresses(
    reason,
    people.map(({ email }) => email),
  );
  try {
    // A meeting can be cancelled once, so the event needs no id of its own.
    const event = { type: 'cancelled', key: 'cancelled/api', door: 'api', reason: told } as const;
    return (await deps.meetings.cancel(meetingInput(meeting, deps), event)).sequence;
  } catch (error) {
    if (!saysItIsOver(error)) throw error;
    return sequenceOfCancelled(deps, meeting);
  }
}

/** Somebody else was faster. */
async function sequenceOfCancelled(deps: ApiDeps, meeting: BookedMeeting): Promise<number> {
  const now = await requireMeeting(deps, meeting.tenantId, meeting.id);
  if (now.status === 'cancelled') return now.sequence;
  if (now.status === 'closed') throw refused('meeting-over');
  throw engineUnavailable();
}
