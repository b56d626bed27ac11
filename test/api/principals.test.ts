import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';
import type { Caller } from './support/caller.ts';

interface Shown {
  id: string;
  name: string | null;
  addresses: { address: string; primary: boolean; verified: boolean }[];
  memberIds: string[];
  code?: string;
}

let api: RecordedApi;
let us: Caller;

beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const anAddress = (name: string) => `${name}-${randomUUID().slice(0, 8)}@example.org`;
const make = async (body: object) => {
  const { status, json } = await us.post('/api/principals', body);
  return { status, json: json as unknown as Shown };
};
const member = async (name = 'Mia') => {
  const { json } = await make({ kind: 'individual', name, addresses: [anAddress('mia')] });
  return json;
};
const change = async (id: string, body: object, headers?: Record<string, string>) => {
  const { status, json } = await us.patch(`/api/principals/${id}`, body, headers);
  return { status, json: json as unknown as Shown };
};

describe('a principal', () => {
  it('is made once for one Idempotency-Key, and shown as it was made', async () => {
    const [one, two] = [anAddress('Ada'), anAddress('ada.other')];
    const body = {
      kind: 'individual',
      name: 'Ada',
      timezone: 'Europe/Vienna',
      language: 'de-at',
      addresses: [one, two],
    };
    const key = { 'Idempotency-Key': randomUUID() };
    const made = await us.post('/api/principals', body, key);
    const again = await us.post('/api/principals', body, key);
    expect(made.status).toBe(201);
    expect(again.json).toEqual(made.json);
    expect(made.json).toMatchObject({
      kind: 'individual',
      name: 'Ada',
      timezone: 'Europe/Vienna',
      language: 'de-AT',
      ownerId: null,
      memberIds: [],
      addresses: [
        { address: one, primary: true, verified: false },
        { address: two, primary: false, verified: false },
      ],
    });
    const { id } = made.json as unknown as Shown;
    expect((await us.get(`/api/principals/${id}`)).json).toEqual(made.json);
  });

  it.each([
    [{ kind: 'individual', name: 'No address', addresses: [] }],
    [{ kind: 'individual', name: 'No address' }],
    [{ kind: 'room', name: 'Not A Name', ownerId: randomUUID() }],
    [{ kind: 'room', name: 'nobodys-room', ownerId: randomUUID() }],
    [{ kind: 'resource', name: 'Beamer', ownerId: randomUUID() }],
    [{ kind: 'group', name: 'Ghosts', memberIds: [randomUUID()] }],
    [{ kind: 'group' }],
    [{ kind: 'individual', name: 'Ada', addresses: ['a@b.example'], timezone: 'Europe/Atlantis' }],
    [{ kind: 'pet', name: 'Rex' }],
  ])('is not %j, and nothing is left of it', async (body) => {
    const before = await api.knex('principals').count();
    const { status, json } = await make(body);
    expect([status, json.code]).toEqual([422, 'invalid-body']);
    expect(await api.knex('principals').count()).toEqual(before);
  });

  it('has its addresses for itself, whatever their case', async () => {
    const address = anAddress('shared');
    expect((await make({ kind: 'individual', addresses: [address] })).status).toBe(201);
    const taken = await make({ kind: 'individual', addresses: [anAddress('x'), address.toUpperCase()] });
    expect([taken.status, taken.json.code]).toEqual([409, 'address-taken']);
    expect(await api.knex('principal_addresses').where({ address_key: address })).toHaveLength(1);
  });

  it('of every kind is found again, page by page, and by an address', async () => {
    const owner = await member();
    const [made] = await Promise.all([
      make({ kind: 'room', name: `room-${randomUUID().slice(0, 8)}`, ownerId: owner.id }),
      make({ kind: 'resource', name: 'Beamer', ownerId: owner.id }),
      make({ kind: 'group', name: 'All', memberIds: [owner.id] }),
    ]);
    expect(made.status).toBe(201);
    const ids: string[] = [];
    let next: string | null = null;
    do {
      const { json } = await us.get(`/api/principals?limit=2${next === null ? '' : `&after=${next}`}`);
      const page = json as unknown as { principals: Shown[]; next: string | null };
      ids.push(...page.principals.map(({ id }) => id));
      ({ next } = page);
    } while (next !== null);
    const rows: { id: string }[] = await api
      .knex('principals')
      .where({ tenant_id: api.tenant.id })
      .select('id');
    expect(ids.sort()).toEqual(rows.map(({ id }) => id).sort());
    const address = owner.addresses[0]!.address.toUpperCase();
    const { json } = await us.get(`/api/principals?address=${encodeURIComponent(address)}`);
    expect(json).toMatchObject({ principals: [{ id: owner.id }] });
    expect((await us.get('/api/principals?kind=group')).json).toMatchObject({
      principals: [{ name: 'All', memberIds: [owner.id] }],
    });
  });
});

describe('a change', () => {
  it('keeps what is left out, puts addresses whole, and what is verified stays so', async () => {
    const before = await member('Before');
    const [first] = before.addresses;
    await api
      .knex('principal_addresses')
      .where({ principal_id: before.id })
      .update({ verified_at: new Date() });
    const second = anAddress('second');
    const { json } = await change(before.id, { addresses: [second, first!.address] });
    expect(json).toMatchObject({
      name: 'Before',
      addresses: [
        { address: second, primary: true, verified: false },
        { address: first!.address, primary: false, verified: true },
      ],
    });
    expect((await change(before.id, { name: null, addresses: [second] })).json).toMatchObject({
      name: null,
      addresses: [{ address: second }],
    });
  });

  it('that goes not with its kind is refused, and nothing of it is done', async () => {
    const one = await member('Stays');
    const group = (await make({ kind: 'group', name: 'Some', memberIds: [one.id] })).json;
    for (const [id, body] of [
      [one.id, { name: 'Changed', memberIds: [one.id] }],
      [one.id, { name: 'Changed', ownerId: one.id }],
      [one.id, { name: 'Changed', addresses: [] }],
      [group.id, { name: null }],
      [group.id, { name: 'Changed', memberIds: [group.id] }],
    ] as const) {
      const { status, json } = await change(id, body);
      expect([status, json.code]).toEqual([422, 'invalid-body']);
    }
    expect((await us.get(`/api/principals/${one.id}`)).json).toMatchObject({ name: 'Stays' });
    expect((await us.get(`/api/principals/${group.id}`)).json).toMatchObject({
      name: 'Some',
      memberIds: [one.id],
    });
  });

  it('of a room’s name or zone lets its feed be read again', async () => {
    const room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
    await api
      .knex('feeds')
      .insert({ calendar_id: room.calendarId, tenant_id: room.tenantId, content_hash: Buffer.alloc(32) });
    expect((await change(room.id, { timezone: 'Europe/Vienna' })).status).toBe(200);
    expect(await api.knex('feeds').where({ calendar_id: room.calendarId }).first('content_hash')).toEqual({
      content_hash: null,
    });
    const taken = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
    expect((await change(room.id, { name: taken.name })).json.code).toBe('room-name-taken');
    expect((await change(room.id, { name: 'No Name' })).json.code).toBe('invalid-body');
  });
});

describe('the capacity of a resource', () => {
  const capacityOf = (json: unknown) => (json as { capacity: number | null }).capacity;

  it('is how many meetings have it at once: one, until somebody says more', async () => {
    const one = (await make({ kind: 'resource', name: 'Beamer' })).json;
    const five = (await make({ kind: 'resource', name: 'Chairs', capacity: 5 })).json;
    expect([one, five].map(capacityOf)).toEqual([1, 5]);
    expect(capacityOf((await change(one.id, { capacity: 3 })).json)).toBe(3);
    expect(capacityOf((await change(one.id, { name: 'Beamers' })).json)).toBe(3);
    expect(capacityOf((await us.get(`/api/principals/${one.id}`)).json)).toBe(3);
  });

  it('is nobody else’s, and within bounds', async () => {
    const { id, ...ada } = await member('Ada');
    expect(capacityOf(ada)).toBeNull();
    expect((await change(id, { capacity: 2, name: 'Changed' })).status).toBe(422);
    expect((await us.get(`/api/principals/${id}`)).json).toMatchObject({ name: 'Ada', capacity: null });
    for (const capacity of [0, -1, 1.5, 10_001, null, '5'])
      expect((await make({ kind: 'resource', name: 'None', capacity })).json.code).toBe('invalid-body');
    const room = { kind: 'room', name: `room-${randomUUID().slice(0, 8)}`, ownerId: id, capacity: 2 };
    expect((await make(room)).json.code).toBe('unknown-field');
  });
});

describe('with a session', () => {
  const withCookie = async (room: Room) => ({ Cookie: await ownerCookie(api.knex, room) });

  it('somebody sees and names themselves and their rooms, and nobody else', async () => {
    const room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id, ownerEmail: anAddress('own') });
    const stranger = await member('Stranger');
    const headers = await withCookie(room);
    const see = async (id: string) => (await us.send(`/api/principals/${id}`, { headers })).status;
    expect([await see(room.ownerId), await see(room.id), await see(stranger.id)]).toEqual([200, 200, 404]);
    expect((await change(room.ownerId, { name: 'Me' }, headers)).json).toMatchObject({ name: 'Me' });
    expect((await change(stranger.id, { name: 'Not me' }, headers)).status).toBe(404);
  });

  it('nobody gives themselves an address, or a room away', async () => {
    const room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id, ownerEmail: anAddress('own') });
    const headers = await withCookie(room);
    expect((await change(room.ownerId, { addresses: [anAddress('mine')] }, headers)).status).toBe(404);
    const other = await member();
    expect((await change(room.id, { ownerId: other.id }, headers)).status).toBe(404);
    expect((await us.send('/api/principals', { headers })).status).toBe(401);
  });
});
