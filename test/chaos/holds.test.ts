import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { at, insertEventType, insertHost } from '../booking/support/event-types.ts';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testService } from '../support/services.ts';
import { Restarting, runParley } from './processes.ts';
import { CHAOS_API_KEY } from './stubborn-client.ts';

const SLOTS = 24;
/** As many of them as are asked for at a time. */
const AT_ONCE = 4;
const HELD_FOR_SECONDS = 10;
const LONGEST_LIFE_MS = 1_500;
const PATIENCE_MS = 120_000;

let database: TestDatabase;
let knex: Knex;
let api: Restarting;
let worker: Restarting;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url, { poolSize: 2 });
  const port = await resolvePort('127.0.0.1', 0);
  url = `http://127.0.0.1:${port}`;
  const settings = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: await testService('temporal'),
    TEMPORAL_TASK_QUEUE_PREFIX: `holds-${randomUUID()}-`,
    SMTP_URL: 'smtp://127.0.0.1:9',
    PUBLIC_URL: 'http://parley.test',
    PORT: String(port),
    SMTP_IN_PORT: String(await resolvePort('127.0.0.1', 0)),
    ORGANIZER_EMAIL: 'scheduling@parley.localhost',
    PARLEY_API_KEY: CHAOS_API_KEY,
    PARLEY_SECRET_KEY: Buffer.alloc(32, 3).toString('base64'),
    LOG_LEVEL: 'silent',
    BOOKING_HOLD_SECONDS: String(HELD_FOR_SECONDS),
  };
  await runParley(['migrate'], settings);
  api = new Restarting(['api'], settings);
  worker = new Restarting(['worker'], settings);
});

afterAll(async () => {
  await Promise.all([api?.stop(), worker?.stop()]);
  await knex?.destroy();
  await database?.drop();
});

const headers = { authorization: `Bearer ${CHAOS_API_KEY}`, 'content-type': 'application/json' };

/** Asks to hold a slot, once. @returns the status; null: no answer came */
async function hold(eventTypeId: string, startsAt: string): Promise<number | null> {
  const body = JSON.stringify({ startsAt });
  const path = `${url}/api/event-types/${eventTypeId}/hold`;
  const response = await fetch(path, { method: 'POST', headers, body }).catch(() => null);
  return response?.status ?? null;
}

async function freeSlots(eventTypeId: string): Promise<string[]> {
  const path = `/api/event-types/${eventTypeId}/available-slots?from=${at(3, 0)}&to=${at(4, 0)}`;
  const response = await fetch(url + path, { headers }).catch(() => null);
  const { slots } = (await response?.json()) as { slots: { startsAt: string }[] };
  return slots.map(({ startsAt }) => startsAt);
}

const heldTimes = async (): Promise<number> => (await knex('reservations').select('meeting_id')).length;

it('whatever is killed while slots are held, each is given back when its time is over', async () => {
  const { id: tenantId } = (await knex('tenants').first('id'))!;
  const eventTypeId = await insertEventType(knex, [await insertHost(knex, tenantId)]);
  const starts = Array.from({ length: SLOTS }, (_, nth) => at(3, 8, 30 * nth));
  api.start();
  worker.start();
  await api.ready();
  const before = await freeSlots(eventTypeId);
  const done = new AbortController();
  const killing = [api, worker].map(async (process) => {
    while (!done.signal.aborted) await process.killWithin(LONGEST_LIFE_MS);
  });
  const answers: (number | null)[] = [];
  const asking = starts.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const startsAt of asking) {
        // Whoever gets no answer asks no more: what they began is nobody's.
        answers.push(await hold(eventTypeId, startsAt));
        if (answers.at(-1) === null) await api.ready();
      }
    }),
  );
  const held = await heldTimes();
  done.abort();
  await Promise.all(killing);
  expect(api.kills).toBeGreaterThan(0);
  expect(held).toBeGreaterThan(0);
  expect(answers).toContain(null);

  await expect.poll(heldTimes, { timeout: PATIENCE_MS, interval: 500 }).toBe(0);
  await Promise.all([api.ready(), worker.ready()]);
  expect(await freeSlots(eventTypeId)).toEqual(before);
  const statuses: string[] = await knex('meetings').distinct().pluck('status');
  expect(statuses).toEqual(['cancelled']);
}, 300_000);
