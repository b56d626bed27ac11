import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { insertInRoom } from '../pages/support/room-rows.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import type { Answer, Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

const HOUR = 3_600_000;

let api: RecordedApi;
let us: Caller;
let room: Room;
let cookie: string;

beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
});
afterAll(async () => {
  await api?.stop();
});
beforeEach(async () => {
  room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id, ownerEmail: 'olga@example.org' });
  cookie = await ownerCookie(api.knex, room);
  api.meetings.calls.length = 0;
  api.schedules.arranged.length = 0;
});

const send = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: object,
): Promise<Answer> =>
  us.send(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
const byKey = (method: string, path: string, body?: object) => send(method, path, us.authorization, body);
const byOwner = (method: string, path: string, body?: object) => send(method, path, { Cookie: cookie }, body);
const colleague = async () =>
  ownerCookie(
    api.knex,
    await insertOwnedRoom(api.knex, { tenantId: api.tenant.id, ownerEmail: 'paul@example.org' }),
  );

describe('a room that is deleted', () => {
  it('is gone, with its feed and its meetings, and what was booked with it stays', async () => {
    await byOwner('PATCH', `/v1/rooms/${room.id}`, { icsUrl: 'https://calendar.example.org/a/b.ics' });
    const planned = await insertInRoom(api.knex, room, { startMs: Date.now() + HOUR, event: {} });
    const live = await insertInRoom(api.knex, room, { startMs: Date.now() - HOUR / 2, status: 'live' });
    const deleted = await byOwner('DELETE', `/v1/rooms/${room.name}`);
    expect(deleted).toMatchObject({ status: 200, json: { id: room.id, name: room.name } });
    for (const named of [room.name, room.id])
      expect((await us.get(`/v1/rooms/${named}`)).json.code).toBe('not-found');
    expect((await us.get(`/api/principals/${room.id}`)).json.code).toBe('not-found');
    expect((await us.get('/api/principals')).text).not.toContain(room.id);
    expect((await us.get('/v1/rooms')).text).not.toContain(room.id);
    expect(api.schedules.arranged.at(-1)).toBe(room.calendarId);
    expect(api.meetings.calls.map(({ uid }) => uid)).toContain(live.uid);
    const told = await api.knex('outbox').where({ uid: planned.uid }).pluck('event_key');
    expect(told).toEqual([expect.stringMatching(/^calendar-event-removed\//)]);
    expect((await us.post(`/v1/rooms/${room.id}/meetings`, {})).json.code).toBe('not-found');
  });

  it('is brought back by its owner, its calendar paused, and only for a while', async () => {
    await byOwner('PATCH', `/v1/rooms/${room.id}`, { icsUrl: 'https://calendar.example.org/a/b.ics' });
    await byOwner('DELETE', `/v1/rooms/${room.id}`);
    const other = await colleague();
    const refused = await send('POST', `/v1/rooms/${room.id}/restore`, { Cookie: other }, {});
    expect(refused.json.code).toBe('not-found');
    const back = await byOwner('POST', `/v1/rooms/${room.id}/restore`, {});
    expect(back).toMatchObject({ status: 200, json: { name: room.name, icsEnabled: false } });
    expect((await byOwner('POST', `/v1/rooms/${room.id}/restore`, {})).status).toBe(200);
    await byOwner('DELETE', `/v1/rooms/${room.id}`);
    await api
      .knex('principals')
      .where({ id: room.id })
      .update({ deleted_at: new Date('2026-01-01') });
    expect((await byOwner('POST', `/v1/rooms/${room.id}/restore`, {})).json.code).toBe('not-found');
  });

  it('leaves its name to nobody else for a while, and to its owner', async () => {
    await byOwner('DELETE', `/v1/rooms/${room.id}`);
    const taken = await us.post('/v1/rooms', { name: room.name, ownerEmail: 'paul@example.org' });
    expect(taken.json.code).toBe('room-name-taken');
    expect((await us.post('/v1/rooms', { name: room.name, ownerEmail: 'olga@example.org' })).status).toBe(
      201,
    );
    // And now there is one of that name, so the deleted one does not come back under it.
    expect((await byOwner('POST', `/v1/rooms/${room.id}/restore`, {})).json.code).toBe('room-name-taken');
  });

  it('is deleted as a principal, too; a member is not', async () => {
    expect((await byKey('DELETE', `/api/principals/${room.ownerId}`)).json.code).toBe('invalid-body');
    expect(await byKey('DELETE', `/api/principals/${room.id}`)).toMatchObject({ json: { id: room.id } });
    expect((await us.get(`/v1/rooms/${room.id}`)).json.code).toBe('not-found');
  });
});

describe('a room that gets another name', () => {
  const name = () => `new-${randomUUID().slice(0, 8)}`;

  it('keeps the old one from others while that leads on, and may take it back', async () => {
    const renamed = name();
    expect((await byOwner('PATCH', `/v1/rooms/${room.id}`, { name: renamed })).status).toBe(200);
    const taken = await us.post('/v1/rooms', { name: room.name, ownerEmail: 'olga@example.org' });
    expect(taken.json.code).toBe('room-name-taken');
    expect((await byOwner('PATCH', `/v1/rooms/${room.id}`, { name: room.name })).status).toBe(200);
    expect(await api.knex('former_room_names').where({ room_id: room.id }).pluck('name')).toEqual([renamed]);
    await api.knex('former_room_names').update({ until: new Date('2026-01-01') });
    expect((await us.post('/v1/rooms', { name: renamed, ownerEmail: 'olga@example.org' })).status).toBe(201);
  });

  it('is renamed so as a principal, too', async () => {
    expect((await byKey('PATCH', `/api/principals/${room.id}`, { name: name() })).status).toBe(200);
    expect(await api.knex('former_room_names').where({ room_id: room.id }).pluck('name')).toEqual([
      room.name,
    ]);
  });
});

describe('a room that gets another owner', () => {
  it.each(['/v1/rooms/{id}', '/api/principals/{id}'])(
    'by %s loses the calendar of the one before, and what it said',
    async (path) => {
      await byOwner('PATCH', `/v1/rooms/${room.id}`, { icsUrl: 'https://calendar.example.org/a/b.ics' });
      const event = { description: 'Between us', attendees: [] };
      await insertInRoom(api.knex, room, { startMs: Date.now() - HOUR / 2, status: 'live', event });
      const paul = (
        await insertOwnedRoom(api.knex, { tenantId: api.tenant.id, ownerEmail: 'paul@example.org' })
      ).ownerId;
      const body = path.startsWith('/v1') ? { ownerEmail: 'paul@example.org' } : { ownerId: paul };
      expect((await byKey('PATCH', path.replace('{id}', room.id), body)).status).toBe(200);
      expect((await us.get(`/v1/rooms/${room.id}`)).json).toMatchObject({
        ownerEmail: 'paul@example.org',
        icsUrl: null,
        icsLastSync: null,
      });
      expect((await us.get(`/v1/rooms/${room.id}/meetings`)).text).not.toContain('Between us');
      expect((await byOwner('PATCH', `/v1/rooms/${room.id}`, { icsEnabled: false })).json.code).toBe(
        'not-found',
      );
    },
  );

  it('is given so by the key alone', async () => {
    const asked = { ownerEmail: 'paul@example.org' };
    expect((await byOwner('PATCH', `/v1/rooms/${room.id}`, asked)).json.code).toBe('not-found');
    expect((await us.get(`/v1/rooms/${room.id}`)).json).toMatchObject({ ownerEmail: 'olga@example.org' });
  });
});
