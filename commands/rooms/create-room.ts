import { createRoom as insertRoom, type NewRoom, type Room } from '../../adapters/postgres/rooms/rooms.ts';
import { RoomNameTaken } from '../../domain/principals/taken.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * Makes a room; whoever has its owner's address is a member from then on. The same id again finds the one made before.
 *
 * @throws NotPermitted; RoomNameTaken, AddressTaken
 */
export async function createRoom(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  room: NewRoom,
): Promise<Room> {
  permit(actor, 'rooms.create', { tenantId: room.tenantId }, 'The tenant');
  const made = await insertRoom(knex, room);
  if (!made) throw new RoomNameTaken();
  return made;
}
