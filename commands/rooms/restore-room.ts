import { deletedRoomById, restoreRoom as restore } from '../../adapters/postgres/rooms/deletion.ts';
import { roomById, type Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * Brings back a room that was deleted not long ago: without meetings, its calendar paused. One that is there stays as it is.
 *
 * @param id anything
 * @throws NotPermitted also where there is none; RoomNameTaken
 */
export async function restoreRoom(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  id: string,
): Promise<Room> {
  const there = await roomById(knex, id);
  if (there) return permit(actor, 'room.restore', there, 'The room');
  permit(actor, 'room.restore', await deletedRoomById(knex, id), 'The room');
  await restore(knex, id);
  return permit(actor, 'room.restore', await roomById(knex, id), 'The room');
}
