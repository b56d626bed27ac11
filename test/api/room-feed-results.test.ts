import { afterAll, beforeAll, expect, it } from 'vitest';
import { nextSyncAfter } from '../../domain/feeds/intervals.ts';
import { insertOwnedRoom, ownerCookie } from '../support/room-owner.ts';
import type { Caller } from './support/caller.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let us: Caller;
beforeAll(async () => {
  api = await startRecordedApi();
  us = await api.caller();
});
afterAll(() => api?.stop());

const FAILED = {
  last_sync_at: new Date('2030-01-03T00:00:00Z'),
  last_result: 'failed',
  last_problem: 'not-authorised',
  failing_since: new Date('2030-01-01T12:00:00Z'),
};

async function roomThat(feed: object | null) {
  const room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
  const url = { url_sealed: Buffer.from('x'), url_key_id: 'k', url_masked: 'https://calendar.example.org/…' };
  if (feed !== null)
    await api
      .knex('feeds')
      .insert({ tenant_id: room.tenantId, calendar_id: room.calendarId, ...url, ...feed });
  return room;
}

const listed = async (room: { id: string }, headers = us.authorization) => {
  const { text } = await us.send('/v1/rooms', { headers });
  return (JSON.parse(text) as { rooms: { id: string }[] }).rooms.find(({ id }) => id === room.id);
};

it('the list of rooms says what came of each calendar’s last sync, since when it fails, and when the next is', async () => {
  const room = await roomThat(FAILED);
  const before = nextSyncAfter(room.calendarId, 5, Date.now());
  const shown = {
    icsLastSync: '2030-01-03T00:00:00.000Z',
    icsResult: 'failed',
    icsProblem: 'not-authorised',
    icsMessage: expect.stringContaining('The server wants a password') as string,
    icsFailingSince: '2030-01-01T12:00:00.000Z',
  };
  const inList = (await listed(room)) as unknown as { icsNextSync: string };
  expect(inList).toMatchObject(shown);
  expect([before, nextSyncAfter(room.calendarId, 5, Date.now())]).toContain(Date.parse(inList.icsNextSync));
  expect((await us.get(`/v1/rooms/${room.name}`)).json).toMatchObject(shown);
  expect((await us.get(`/v1/rooms/${room.name}/ics/status`)).json).toMatchObject({
    failingSince: shown.icsFailingSince,
  });
  const cookie = await ownerCookie(api.knex, room);
  expect(await listed(room, { Cookie: cookie })).toMatchObject(shown);
});

it.each([
  ['has none', null],
  ['is paused', { enabled: false }],
])('a room whose calendar %s has no next sync and no result', async (_how, feed) => {
  const nothing = { icsNextSync: null, icsResult: null, icsMessage: null, icsFailingSince: null };
  expect(await listed(await roomThat(feed))).toMatchObject(nothing);
});

it('people who are not the owner learn none of it', async () => {
  const room = await roomThat(FAILED);
  const { text } = await us.send(`/v1/rooms/${room.name}`, {});
  expect(text).not.toContain('ics');
});
