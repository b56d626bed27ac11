import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { beginSession, endSession, sessionByToken } from '../../adapters/postgres/people/sessions.ts';
import { ANYONE, SCOPES, type Actor } from '../../policies/actor.ts';
import { principalById } from '../../adapters/postgres/people/principals.ts';
import { RoomNameTaken } from '../../domain/principals/taken.ts';
import {
  createRoom,
  roomById,
  roomByName,
  roomsOf,
  updateRoom,
  type Room,
} from '../../adapters/postgres/rooms/rooms.ts';
import { createTenant, ensureFirstTenant, type Tenant } from '../../adapters/postgres/tenants.ts';
import { newToken } from '../../adapters/secrets/token.ts';
import { isRoomName } from '../../domain/rooms/name.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { viewerFor } from '../../policies/viewer.ts';
import { loadConfig } from '../../config/index.ts';
import { ownRoomFor, roomFor } from '../../queries/rooms.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let knex: Knex;
let tenant: Tenant;
let other: Tenant;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url);
  const config = loadConfig({});
  tenant = await ensureFirstTenant(knex, config);
  const made = await createTenant(knex, { ...config.firstTenant, slug: 'other' });
  if (!made) throw new Error('no second tenant');
  other = made;
});
afterAll(async () => {
  await knex?.destroy();
  await database?.drop();
});

const newRoom = (name: string, about: { tenantId?: string; ownerEmail?: string } = {}) =>
  createRoom(knex, {
    id: randomUUID(),
    tenantId: tenant.id,
    name,
    ownerEmail: 'Olga@example.org',
    ...about,
  });

describe('a room’s name', () => {
  it.each(['max', 'a', '42', 'board-room', 'a--b', 'x'.repeat(63)])('may be %s', (name) => {
    expect(isRoomName(name)).toBe(true);
  });
  it.each([
    '',
    'Max',
    '-max',
    'max-',
    'ma x',
    'räume',
    'a.b',
    'a/b',
    'max\n',
    'x'.repeat(64),
    '0b0e2f10-7c9a-4d6e-8f11-223344556677',
  ])('may not be %j', (name) => expect(isRoomName(name)).toBe(false));

  it('belongs to one room of the installation, whichever tenant’s', async () => {
    const first = await newRoom('taken');
    expect(first).toMatchObject({ name: 'taken', timezone: 'UTC', ownerName: null, tenantId: tenant.id });
    expect(await newRoom('taken', { tenantId: other.id })).toBeNull();
    expect(await roomByName(knex, 'taken')).toEqual(first);
    expect(await roomById(knex, first?.id ?? '')).toEqual(first);
    expect(await roomById(knex, 'taken')).toBeNull();
  });

  it('is not changed to one that is taken, and nothing with it', async () => {
    await newRoom('standing');
    const moving = (await newRoom('moving')) as Room;
    const change = (name: string) =>
      knex.transaction((trx) => updateRoom(trx, moving, { name, timezone: 'Europe/Vienna' }));
    await expect(change('standing')).rejects.toThrow(RoomNameTaken);
    expect(await roomById(knex, moving.id)).toEqual(moving);
    await change('moved');
    expect(await roomById(knex, moving.id)).toMatchObject({ name: 'moved', timezone: 'Europe/Vienna' });
  });

  it('the same id made again is the room made before', async () => {
    const id = randomUUID();
    const make = () =>
      createRoom(knex, { id, tenantId: tenant.id, name: 'twice', ownerEmail: 'o@example.org' });
    expect(await make()).toEqual(await make());
  });
});

describe('a room’s owner', () => {
  it('is one member of the tenant, whatever the case of the address and however many rooms', async () => {
    const one = (await newRoom('one-of-two', { ownerEmail: 'Otto@example.org' })) as Room;
    const two = (await newRoom('two-of-two', { ownerEmail: 'otto@EXAMPLE.org' })) as Room;
    const elsewhere = (await newRoom('of-the-other', {
      ownerEmail: 'Otto@example.org',
      tenantId: other.id,
    })) as Room;
    expect(two.ownerId).toBe(one.ownerId);
    expect(elsewhere.ownerId).not.toBe(one.ownerId);
    expect(await principalById(knex, tenant.id, one.ownerId)).toMatchObject({
      kind: 'individual',
      name: null,
      addresses: [{ address: 'Otto@example.org', isPrimary: true, isVerified: false }],
    });
    expect(await principalById(knex, other.id, one.ownerId)).toBeNull();
  });

  it('is the same for rooms that are made at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, (_, index) => newRoom(`at-once-${index}`, { ownerEmail: 'ida@example.org' })),
    );
    expect(new Set(made.map((room) => room?.ownerId)).size).toBe(1);
  });

  it('is nobody new when the name of the room is taken', async () => {
    expect(await newRoom('taken', { ownerEmail: 'nobody-new@example.org' })).toBeNull();
    expect(await knex('principal_addresses').where({ address_key: 'nobody-new@example.org' })).toEqual([]);
  });
});

describe('a session', () => {
  const NOW = Date.UTC(2030, 0, 1);
  const begin = async (principalId: string) => {
    const token = newToken();
    await beginSession(knex, { tenantId: tenant.id, principalId, token, nowMs: NOW, expiresMs: NOW + 1_000 });
    return token;
  };

  it('ends when it expires and when its member signs out', async () => {
    const { ownerId } = (await newRoom('of-a-session')) as Room;
    const token = await begin(ownerId);
    expect(await sessionByToken(knex, token, NOW)).toEqual({
      ...{ tenantId: tenant.id, principalId: ownerId },
      operates: false,
    });
    expect(await sessionByToken(knex, token, NOW + 1_000)).toBeNull();
    await endSession(knex, token, NOW);
    expect(await sessionByToken(knex, token, NOW)).toBeNull();
    expect(await sessionByToken(knex, newToken(), NOW)).toBeNull();
    expect(await sessionByToken(knex, undefined, NOW)).toBeNull();
  });

  it('makes an owner of the member’s rooms, and of no others', async () => {
    const own = (await newRoom('own')) as Room;
    const colleagues = (await newRoom('colleagues', { ownerEmail: 'paul@example.org' })) as Room;
    const elsewhere = (await newRoom('elsewhere', { tenantId: other.id })) as Room;
    const member: Actor = { kind: 'member', tenantId: tenant.id, principalId: own.ownerId };
    expect([own, colleagues, elsewhere].map((room) => viewerFor(member, room))).toEqual([
      'owner',
      'participant',
      'participant',
    ]);
    const key: Actor = { kind: 'backend', tenantId: other.id, scopes: SCOPES };
    expect([own, colleagues, elsewhere].map((room) => viewerFor(key, room))).toEqual([
      'participant',
      'participant',
      'owner',
    ]);
    expect(viewerFor(ANYONE, own)).toBe('participant');
    expect(await roomFor({ knex }, ANYONE, own.name)).toEqual({
      viewer: 'participant',
      room: {
        id: own.id,
        name: 'own',
        timezone: 'UTC',
        tenantProductName: own.tenantProductName,
        tenantLanguage: own.tenantLanguage,
      },
    });
    expect(await roomFor({ knex }, member, own.id)).toMatchObject({ viewer: 'owner', room: own });
    await expect(ownRoomFor({ knex }, member, colleagues.name)).rejects.toThrow(NotPermitted);
    expect((await roomsOf(knex, tenant.id, colleagues.ownerId)).map((room) => room.name)).toEqual([
      'colleagues',
    ]);
  });
});
