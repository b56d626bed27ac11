import { saysItIsOver } from '../../activities/meeting/meetings.ts';
import { deleteRoom as remove, ongoingIn } from '../../adapters/postgres/rooms/deletion.ts';
import { roomMeetingById } from '../../adapters/postgres/rooms/meetings.ts';
import { roomNamed, type Room } from '../../adapters/postgres/rooms/rooms.ts';
import { meetingInputOf } from '../../domain/meeting/room-input.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

type Deps = Pick<CommandDeps, 'knex' | 'clock' | 'config' | 'meetings' | 'feeds'>;

/**
 * Deletes a room. Its calendar is followed no more, its meetings are cancelled, and who is inside one is outside; what was booked
 * with it stays booked. It can be brought back for a while, by `restoreRoom`.
 *
 * @throws NotPermitted also where there is none; EngineUnavailable, and then it is there as before, or again to be deleted
 */
export async function deleteRoom(deps: Deps, actor: Actor, nameOrId: string): Promise<Room> {
  const { knex, clock, feeds } = deps;
  const room = permit(actor, 'room.delete', await roomNamed(knex, nameOrId), 'The room');
  await endAll(deps, room);
  for (const event of await remove(knex, room, clock.nowMs())) await feeds.relay(event);
  // Somebody may have begun one in between; now nobody can.
  await endAll(deps, room);
  return room;
}

async function endAll({ knex, config, meetings }: Deps, { id, tenantId }: Room): Promise<void> {
  for (const meetingId of await ongoingIn(knex, id)) {
    const meeting = await roomMeetingById(knex, tenantId, meetingId);
    if (!meeting) continue;
    try {
      const event = { type: 'cancelled', key: 'cancelled/room-deleted', door: 'room', reason: '' } as const;
      await meetings.cancel(meetingInputOf(meeting, config), event);
    } catch (error) {
      if (!saysItIsOver(error)) throw error;
    }
  }
}
