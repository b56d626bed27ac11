import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { beginSession } from '../../adapters/postgres/people/sessions.ts';
import { createRoom, type Room, type NewRoom } from '../../adapters/postgres/rooms/rooms.ts';
import { newToken } from '../../adapters/secrets/token.ts';

export const OWNER = 'Olga@example.org';

export async function insertOwnedRoom(
  knex: Knex,
  room: Pick<NewRoom, 'tenantId'> & Partial<NewRoom>,
): Promise<Room> {
  const id = randomUUID();
  const name = `room-${id.slice(0, 8)}`;
  const made = await createRoom(knex, { id, name, ownerEmail: OWNER, ...room });
  if (!made) throw new Error('the name of the room is taken');
  return made;
}

/** A session of the owner of a room, as the Cookie header carries it. */
export async function ownerCookie(
  knex: Knex,
  room: Pick<Room, 'tenantId' | 'ownerId'>,
  nowMs = Date.now(),
): Promise<string> {
  const token = newToken();
  await beginSession(knex, {
    tenantId: room.tenantId,
    principalId: room.ownerId,
    token,
    nowMs,
    expiresMs: nowMs + 86_400_000,
  });
  return `parley-owner=${token}`;
}
