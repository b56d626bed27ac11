import { saysItIsOver } from '../../activities/meeting/meetings.ts';
import { roomMeetingById } from '../../adapters/postgres/rooms/meetings.ts';
import { roomNamed } from '../../adapters/postgres/rooms/rooms.ts';
import { meetingInputOf } from '../../domain/meeting/room-input.ts';
import { isOver } from '../../domain/meeting/state.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * The room's owner ends a meeting, whoever is inside or began it: its video room is closed. One that is over stays as it is.
 *
 * @param named `meetingId`: anything
 * @throws NotPermitted also when the room has no such meeting; EngineUnavailable
 */
export async function endMeeting(
  { knex, config, meetings }: Pick<CommandDeps, 'knex' | 'config' | 'meetings'>,
  actor: Actor,
  { nameOrId, meetingId }: { nameOrId: string; meetingId: string },
): Promise<void> {
  const room = permit(actor, 'room.end-meeting', await roomNamed(knex, nameOrId), 'The room');
  const meeting = await roomMeetingById(knex, room.tenantId, meetingId);
  if (meeting?.roomId !== room.id) throw new NotPermitted('The meeting');
  if (isOver(meeting)) return;
  try {
    // A meeting can be ended once, so the event needs no id of its own.
    const event = { type: 'cancelled', key: 'cancelled/owner', door: 'room', reason: '' } as const;
    await meetings.cancel(meetingInputOf(meeting, config), event);
  } catch (error) {
    if (!saysItIsOver(error)) throw error;
  }
}
