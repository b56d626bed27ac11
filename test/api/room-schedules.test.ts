import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import type { RoomFeeds } from '../../commands/rooms/room-feeds.ts';
import { changeRoom } from '../../commands/rooms/change-room.ts';
import { assemble, type Parley } from '../../workers/assemble.ts';
import { loadConfig } from '../../config/index.ts';
import { feedStatusFor } from '../../queries/room-feed.ts';
import { testReading } from '../support/reading.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import { testService } from '../support/services.ts';
import { SECRET_KEY } from '../support/world.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let parley: Parley;
let feeds: RoomFeeds;
let room: Room;

beforeAll(async () => {
  api = await startRecordedApi();
  const config = loadConfig({
    DATABASE_URL: api.ownerUrl,
    PARLEY_SECRET_KEY: SECRET_KEY,
    TEMPORAL_ADDRESS: await testService('temporal'),
    TEMPORAL_TASK_QUEUE_PREFIX: `test-${randomUUID()}-`,
    LOG_LEVEL: 'silent',
  });
  parley = assemble(config, { meetings: api.meetings, reading: testReading() });
  ({ feeds } = parley);
  room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
});
afterAll(async () => {
  await parley?.close();
  await api?.stop();
});

it('settings become the Schedule of the room’s feed at once: set, paused, followed again, removed', async () => {
  const deps = { ...api.deps, feeds };
  const next = async (settings: Parameters<typeof changeRoom>[3]) => {
    await changeRoom(deps, { kind: 'operator' }, room.id, settings, randomUUID());
    return (await feedStatusFor(deps, { kind: 'operator' }, room.id)).nextMs;
  };
  const in10Minutes = Date.now() + 11 * 60_000;
  const first = await next({ icsUrl: 'https://calendar.example.org/a.ics', icsFetchInterval: 10 });
  expect(first).toBeGreaterThan(Date.now());
  expect(first).toBeLessThan(in10Minutes + 60_000);
  await feeds.schedules.trigger(room.calendarId);
  expect(await next({ icsEnabled: false })).toBeNull();
  expect(await feeds.schedules.nextSync(room.calendarId)).toBeNull();
  expect(await next({ icsEnabled: true })).toBeGreaterThan(Date.now());
  expect(await next({ icsUrl: null })).toBeNull();
  expect(await feeds.schedules.nextSync(room.calendarId)).toBeNull();
  const waiting = await api.knex('outbox').where('uid', 'like', 'feed-changed/%').whereNull('delivered_at');
  expect(waiting).toEqual([]);
});
