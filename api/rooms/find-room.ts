import { roomById, roomByName, type Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../../policies/actor.ts';
import { may, type Action } from '../../policies/may.ts';
import type { ApiDeps } from '../deps.ts';
import { notFound } from '../middleware/problems.ts';

/** The room of this name or id, for whoever may do that. @throws Problem not-found for everybody else, too */
export async function requireRoom(
  { knex }: Pick<ApiDeps, 'knex'>,
  actor: Actor,
  nameOrId: string,
  action: Action = 'room.visit',
): Promise<Room> {
  const room = (await roomByName(knex, nameOrId)) ?? (await roomById(knex, nameOrId));
  if (!room || !may(actor, action, room)) throw notFound('The room');
  return room;
}
