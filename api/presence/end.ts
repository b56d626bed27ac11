import { saysItIsOver } from '../../activities/meeting/meetings.ts';
import { meetingInputOf, roomMeetingById } from '../../adapters/postgres/rooms/meetings.ts';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { isOver } from '../../domain/meeting/state.ts';
import type { ApiDeps } from '../deps.ts';
import { notFound } from '../middleware/problems.ts';
import { isUuid } from '../routes/fields.ts';

/**
 * The room's owner ends a meeting, whoever is inside or began it: its video room is closed. One that is over stays as it is.
 *
 * @param meetingId anything
 * @throws Problem not-found when the room has no such meeting; EngineUnavailable
 */
export async function endMeeting(deps: ApiDeps, room: Room, meetingId: string): Promise<void> {
  const meeting = isUuid(meetingId) ? await roomMeetingById(deps.knex, room.tenantId, meetingId) : null;
  if (meeting?.roomId !== room.id) throw notFound('The meeting');
  if (isOver(meeting)) return;
  try {
    // A meeting can be ended once, so the event needs no id of its own.
    const event = { type: 'cancelled', key: 'cancelled/owner', door: 'room', reason: '' } as const;
    await deps.meetings.cancel(meetingInputOf(meeting, deps.config), event);
  } catch (error) {
    if (!saysItIsOver(error)) throw error;
  }
}
