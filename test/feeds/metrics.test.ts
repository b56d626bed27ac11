import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FeedActivities } from '../../activities/feed/activities.ts';
import { loadConfig } from '../../config/index.ts';
import { assemble, type Parley } from '../../workers/assemble.ts';
import { feedsWork } from '../../workers/queues/feeds.ts';
import type { QueueWork } from '../../workers/queues/work.ts';
import { testReading } from '../support/reading.ts';
import { PUBLIC_URL, SECRET_KEY } from '../support/world.ts';
import { at, calendar, event } from './support/calendar.ts';
import { createFeedWorld, type FeedWorld } from './support/feed-world.ts';

const registry = new Registry();
let world: FeedWorld;
let parley: Parley;
let work: QueueWork;
beforeAll(async () => {
  world = await createFeedWorld();
  const config = loadConfig({
    DATABASE_URL: world.databaseUrl,
    PUBLIC_URL,
    PARLEY_SECRET_KEY: SECRET_KEY,
    ORGANIZER_EMAIL: 'scheduling@parley.test',
    FEED_ALLOW_HTTP: 'true',
    FEED_ALLOWED_HOSTS: '127.0.0.1',
  });
  const log = pino({ level: 'silent' });
  parley = assemble(config, { client: world.client, reading: testReading(), log });
  work = feedsWork({ parley, log, registry });
});
afterAll(async () => {
  await work?.stop();
  await parley?.close();
  await world?.stop();
});

const quiet = { logger: new DefaultLogger('ERROR', () => undefined) };
/** A sync as the worker of the queue does it. */
const sync = (calendarId: string) =>
  new MockActivityEnvironment({}, quiet).run((work.activities as FeedActivities).syncFeed, calendarId);

/** What `/metrics` shows of the syncs, without the buckets. */
async function shown(): Promise<Record<string, number>> {
  const samples = (await registry.metrics()).matchAll(/^(parley_feed_\S+) (\S+)$/gm);
  const values = [...samples].map(([, name = '', value]) => [name, Number(value)] as const);
  return Object.fromEntries(values.filter(([name]) => !name.includes('_bucket')));
}
const times = (result: string, problem = '') =>
  `parley_feed_syncs_total{result="${result}",problem="${problem}"}`;

it('a worker shows what came of each sync, how many there were, and how large the feeds', async () => {
  expect(await shown()).toMatchObject({ [times('error')]: 0, parley_feed_sync_duration_seconds_count: 0 });

  const room = await world.room();
  const text = calendar(event(room, 'a', ...at(2)));
  world.server.serve(text);
  await sync(room.calendarId);
  const good = { [times('changed')]: 1, parley_feed_size_bytes_count: 1 };
  expect(await shown()).toMatchObject({
    ...good,
    parley_feed_size_bytes_sum: Buffer.byteLength(text),
    parley_feed_sync_duration_seconds_count: 1,
  });

  await sync(room.calendarId);
  world.server.fail(404);
  await sync(room.calendarId);
  await sync(room.calendarId);
  await expect(sync('the id of no calendar')).rejects.toThrow('uuid');
  const { parley_feed_sync_duration_seconds_sum: seconds, ...all } = await shown();
  expect(all).toEqual({
    ...good,
    [times('unchanged')]: 1,
    [times('failed', 'not-found')]: 2,
    [times('error')]: 1,
    parley_feed_size_bytes_sum: Buffer.byteLength(text),
    parley_feed_sync_duration_seconds_count: 5,
  });
  expect(seconds).toBeGreaterThan(0);
});
