import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Room } from '../../adapters/postgres/rooms/rooms.ts';
import { createDeliveries } from '../../adapters/temporal/deliveries.ts';
import { createRoomFeeds } from '../../api/rooms/live-feeds.ts';
import { changeRoom } from '../../commands/rooms/change-room.ts';
import { loadConfig } from '../../config/index.ts';
import { feedStatusFor } from '../../queries/room-feed.ts';
import { testReading } from '../support/reading.ts';
import { insertOwnedRoom } from '../support/room-owner.ts';
import { testService } from '../support/services.ts';
import { SECRET_KEY } from '../support/world.ts';
import { startRecordedApi, type RecordedApi } from './support/served-api.ts';

let api: RecordedApi;
let connection: Connection;
let feeds: ReturnType<typeof createRoomFeeds>;
let room: Room;

beforeAll(async () => {
  api = await startRecordedApi();
  connection = await Connection.connect({ address: await testService('temporal') });
  const client = new Client({ connection });
  const config = loadConfig({
    PARLEY_SECRET_KEY: SECRET_KEY,
    TEMPORAL_TASK_QUEUE_PREFIX: `test-${randomUUID()}-`,
  });
  feeds = createRoomFeeds({
    config,
    knex: api.knex,
    client,
    meetings: api.meetings,
    deliveries: createDeliveries(client, config),
    reading: testReading(),
    clock: { nowMs: () => Date.now() },
    log: pino({ level: 'silent' }),
  });
  room = await insertOwnedRoom(api.knex, { tenantId: api.tenant.id });
});
afterAll(async () => {
  await feeds?.close();
  await connection?.close();
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
