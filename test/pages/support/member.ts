import { randomUUID } from 'node:crypto';
import type { Member } from '../../../api/rooms/session-cookie.ts';
import { insertOwnedRoom, ownerCookie } from '../../support/room-owner.ts';
import { NOW, type Site } from './site.ts';

export interface TestMember {
  actor: Member;
  /** As the Cookie header carries it. */
  cookie: string;
}

/** A member who has said nothing yet. */
export async function insertMember(site: Site): Promise<TestMember> {
  const ownerEmail = `${randomUUID()}@example.org`;
  const room = await insertOwnedRoom(site.knex, { tenantId: site.tenantId, ownerEmail });
  const actor: Member = {
    kind: 'member',
    tenantId: room.tenantId,
    principalId: room.ownerId,
    operates: false,
  };
  return { actor, cookie: await ownerCookie(site.knex, room, NOW) };
}
