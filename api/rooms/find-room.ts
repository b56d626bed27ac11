import { roomById, roomByName, type Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { ApiDeps } from '../deps.ts';
import { notFound } from '../middleware/problems.ts';
import { viewerFor, type Visitor } from './viewer.ts';

/** The room of this name or id. @throws Problem not-found; also when the visitor's key is another tenant's */
export async function requireRoom(
  { knex }: Pick<ApiDeps, 'knex'>,
  visitor: Visitor,
  nameOrId: string,
): Promise<Room> {
  const room = (await roomByName(knex, nameOrId)) ?? (await roomById(knex, nameOrId));
  if (!room || (visitor.tenant && visitor.tenant.id !== room.tenantId)) throw notFound('The room');
  return room;
}

/** The room, for its owner. @throws Problem not-found for everybody else, too */
export async function requireOwnRoom(
  deps: Pick<ApiDeps, 'knex'>,
  visitor: Visitor,
  nameOrId: string,
): Promise<Room> {
  const room = await requireRoom(deps, visitor, nameOrId);
  if (viewerFor(visitor, room) !== 'owner') throw notFound('The room');
  return room;
}
