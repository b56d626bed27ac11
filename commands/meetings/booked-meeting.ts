import { isBooked, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import type { Actor } from '../../policies/actor.ts';
import type { Action } from '../../policies/may.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { requireMeeting, type MeetingName } from '../../queries/known-meeting.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * The meeting that people are invited to, for somebody who may do that to it.
 *
 * @throws NotPermitted also where there is none, or one of a room, which its calendar changes
 */
export async function requireBookedMeeting(
  deps: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  action: Action,
  named: MeetingName,
): Promise<BookedMeeting> {
  const meeting = await requireMeeting(deps, actor, action, named);
  if (!isBooked(meeting)) throw new NotPermitted('The booking');
  return meeting;
}
