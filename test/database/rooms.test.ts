import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import {
  beginOwnerSession,
  endOwnerSession,
  ownerSession,
} from '../../adapters/postgres/rooms/owner-sessions.ts';
import {
  createRoom,
  isRoomName,
  roomById,
  roomByName,
  roomsOf,
  RoomNameTaken,
  updateRoom,
  type Room,
} from '../../adapters/postgres/rooms/rooms.ts';
import { createTenant, ensureFirstTenant, type Tenant } from '../../adapters/postgres/tenants.ts';
import { newToken } from '../../adapters/secrets/token.ts';
import { viewerFor } from '../../api/rooms/viewer.ts';
import { loadConfig } from '../../config/index.ts';
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
      knex.transaction((trx) => updateRoom(trx, moving.id, { name, timezone: 'Europe/Vienna' }));
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

describe('an owner’s session', () => {
  const NOW = Date.UTC(2030, 0, 1);
  const begin = async (session: { tenantId: string; ownerKey: string }) => {
    const token = newToken();
    await beginOwnerSession(knex, { ...session, token, nowMs: NOW, expiresMs: NOW + 1_000 });
    return token;
  };

  it('ends when it expires and when its owner signs out', async () => {
    const token = await begin({ tenantId: tenant.id, ownerKey: 'olga@example.org' });
    expect(await ownerSession(knex, token, NOW)).toEqual({
      tenantId: tenant.id,
      ownerKey: 'olga@example.org',
    });
    expect(await ownerSession(knex, token, NOW + 1_000)).toBeNull();
    await endOwnerSession(knex, token, NOW);
    expect(await ownerSession(knex, token, NOW)).toBeNull();
    expect(await ownerSession(knex, newToken(), NOW)).toBeNull();
    expect(await ownerSession(knex, undefined, NOW)).toBeNull();
  });

  it('makes an owner of this tenant’s rooms of this address, and of no others', async () => {
    const own = (await newRoom('own')) as Room;
    const colleagues = (await newRoom('colleagues', { ownerEmail: 'paul@example.org' })) as Room;
    const elsewhere = (await newRoom('elsewhere', { tenantId: other.id })) as Room;
    const token = await begin({ tenantId: tenant.id, ownerKey: 'olga@example.org' });
    const visitor = { tenant: null, session: await ownerSession(knex, token, NOW) };
    expect([own, colleagues, elsewhere].map((room) => viewerFor(visitor, room))).toEqual([
      'owner',
      'participant',
      'participant',
    ]);
    const key = { tenant: other, session: null };
    expect([own, colleagues, elsewhere].map((room) => viewerFor(key, room))).toEqual([
      'participant',
      'participant',
      'owner',
    ]);
    expect(viewerFor({ tenant: null, session: null }, own)).toBe('participant');
  });

  it('lists the rooms of its owner', async () => {
    const names = (await roomsOf(knex, tenant.id, 'paul@example.org')).map((room) => room.name);
    expect(names).toEqual(['colleagues']);
  });
});
