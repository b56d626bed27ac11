import { deletedRoomsOf } from '../../adapters/postgres/rooms/deletion.ts';
import { insertRoom, roomById, roomsOf, type Room } from '../../adapters/postgres/rooms/rooms.ts';
import { RoomNameTaken } from '../../domain/principals/taken.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';

/** Names are everybody's, so nobody takes them without end; those of rooms that can be brought back count. */
export const MOST_ROOMS_OF_A_MEMBER = 50;

/** Who wants another room has as many as a member may have. */
export class TooManyRooms extends Error {
  constructor() {
    super('a member may have no more rooms');
    this.name = 'TooManyRooms';
  }
}

/**
 * A member makes a room of their own; the same id again finds the one made before.
 *
 * @throws NotPermitted; RoomNameTaken, TooManyRooms
 */
export async function createOwnRoom(
  { knex }: Pick<CommandDeps, 'knex'>,
  actor: Actor,
  room: { id: string; name: string; timezone: string },
): Promise<Room> {
  if (actor.kind !== 'member') throw new NotPermitted('The tenant');
  const { tenantId, principalId: ownerId } = permit(actor, 'rooms.create-own', actor, 'The tenant');
  await knex.transaction(async (trx) => {
    // Who makes two at once makes one after the other.
    await trx('principals').where({ id: ownerId }).forNoKeyUpdate().first('id');
    if (await roomById(trx, room.id)) return;
    const theirs = [roomsOf(trx, tenantId, ownerId), deletedRoomsOf(trx, tenantId, ownerId)];
    const [rooms, deleted] = await Promise.all(theirs);
    if ((rooms?.length ?? 0) + (deleted?.length ?? 0) >= MOST_ROOMS_OF_A_MEMBER) throw new TooManyRooms();
    if (!(await insertRoom(trx, { ...room, tenantId, kind: 'room', ownerId }))) throw new RoomNameTaken();
  });
  return permit(actor, 'room.change', await roomById(knex, room.id), 'The room');
}
