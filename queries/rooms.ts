import { roomsOf, type Room } from '../adapters/postgres/rooms/rooms.ts';
import type { Actor } from '../policies/actor.ts';
import type { QueryDeps } from './deps.ts';

/** The rooms that are the actor's: of a backend all of its tenant, of a member their own, by name. */
export function roomsFor({ knex }: Pick<QueryDeps, 'knex'>, actor: Actor): Promise<Room[]> {
  if (actor.kind === 'backend') return roomsOf(knex, actor.tenantId);
  if (actor.kind === 'member') return roomsOf(knex, actor.tenantId, actor.principalId);
  return Promise.resolve([]);
}
