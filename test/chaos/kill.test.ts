import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { resolvePort } from '../../workers/embedded/ports.ts';
import type { MailCatcher } from '../../workers/embedded/mail-catcher.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { insertEventType, insertHost } from '../booking/support/event-types.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { isThorough } from '../support/rounds.ts';
import { testService } from '../support/services.ts';
import { startTestCatcher, waitForMail } from '../support/smtp-catcher.ts';
import { Holds, SLOTS } from './holds.ts';
import { Restarting, runParley } from './processes.ts';
import { CHAOS_API_KEY, StubbornClient } from './stubborn-client.ts';

const MEETINGS = isThorough() ? 50 : 20;
const AT_ONCE = 25;
const PATIENCE_MS = 240_000;
const LONGEST_LIFE_MS = 8_000;
/** Then what is left may finish in peace: a slow machine is not what is tested. */
const LONGEST_CHAOS_MS = isThorough() ? 120_000 : 45_000;
const FEWEST_KILLS = 3;
const HELD_FOR_SECONDS = 10;

let database: TestDatabase;
let catcher: MailCatcher;
let api: Restarting;
let worker: Restarting;
let client: StubbornClient;
let knex: Knex;
let holds: Holds;

beforeAll(async () => {
  database = await createTestDatabase();
  catcher = await startTestCatcher();
  const port = await resolvePort('127.0.0.1', 0);
  const settings = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: await testService('temporal'),
    TEMPORAL_TASK_QUEUE_PREFIX: `chaos-${randomUUID()}-`,
    SMTP_URL: catcher.smtpUrl,
    PUBLIC_URL: 'http://parley.test',
    PORT: String(port),
    SMTP_IN_PORT: String(await resolvePort('127.0.0.1', 0)),
    ORGANIZER_EMAIL: 'scheduling@parley.localhost',
    PARLEY_API_KEY: CHAOS_API_KEY,
    PARLEY_SECRET_KEY: Buffer.alloc(32, 3).toString('base64'),
    LOG_LEVEL: 'silent',
    MAIL_RETRY_FIRST_SECONDS: '1',
    // A killed worker's attempts count, too; how long the waits get is not what is tested.
    MAIL_RETRY_LONGEST_SECONDS: '5',
    BOOKING_HOLD_SECONDS: String(HELD_FOR_SECONDS),
  };
  await runParley(['migrate'], settings);
  api = new Restarting(['api'], settings);
  worker = new Restarting(['worker'], settings);
  const url = `http://127.0.0.1:${port}`;
  client = new StubbornClient(url);
  knex = connectDatabase(database.url, { poolSize: 1 });
  const tenant = (await knex<{ id: string }>('tenants').first('id'))!;
  holds = new Holds(client, knex, await insertEventType(knex, [await insertHost(knex, tenant.id)]));
});

afterAll(async () => {
  await Promise.all([api?.stop(), worker?.stop()]);
  await catcher?.stop();
  await knex?.destroy();
  await database?.drop();
});

/** Kills a process again and again at random moments of its work, until it is told to stop; a few times however slow it is. */
async function killAgainAndAgain(process: Restarting, stop: AbortSignal): Promise<void> {
  while (!stop.aborted || process.kills < FEWEST_KILLS) await process.killWithin(LONGEST_LIFE_MS);
}

const addressesOf = (index: number) => ({
  host: `host-${index}@example.com`,
  guest: `guest-${index}@example.org`,
});

/** Books, moves and cancels a meeting, as people and a backend do that do not give up. */
async function live(index: number): Promise<void> {
  const { host, guest } = addressesOf(index);
  const startMs = Math.ceil(Date.now() / 1000) * 1000 + 100 * 3_600_000;
  const iso = (ms: number): string => new Date(ms).toISOString();
  const { roomId } = await client.post(
    '/api/practice-room/create',
    {
      title: `Meeting ${index}`,
      startUtc: iso(startMs),
      endUtc: iso(startMs + 3_600_000),
      host: { email: host },
    },
    `create-${index}`,
  );
  await client.post('/api/practice-room/book', { roomId, guest: { email: guest } }, `book-${index}`);
  const token = await tokenFrom(guest, 0, /reschedule\?r=([\w-]{43})/);
  const proposedStartUtc = iso(startMs + 7_200_000);
  const proposedEndUtc = iso(startMs + 10_800_000);
  await client.post(
    '/api/reschedule/propose',
    { token, proposedStartUtc, proposedEndUtc },
    `propose-${index}`,
  );
  await client.press('/approve', { t: await tokenFrom(host, 1, /approve\?t=([\w-]{43})/) });
  await client.post('/api/practice-room/delete', { roomId }, `delete-${index}`);
}

async function tokenFrom(address: string, position: number, pattern: RegExp): Promise<string> {
  const mail = await waitForMail(catcher, { to: address, count: position + 1, withinMs: PATIENCE_MS });
  const text = (await simpleParser(mail[position]!.raw)).text ?? '';
  const found = pattern.exec(text)?.[1];
  if (!found) throw new Error(`no link in message ${position} to ${address}`);
  return found;
}

/** What a message does to a calendar: its METHOD and SEQUENCE; `mail` when it is for people only. */
async function effectOf(raw: string): Promise<string> {
  const part = (await simpleParser(raw)).attachments.find((one) => one.contentType === 'text/calendar');
  if (!part) return 'mail';
  const calendar = part.content.toString('utf8');
  return `${/METHOD:(\w+)/.exec(calendar)?.[1]} ${/SEQUENCE:(\d+)/.exec(calendar)?.[1]}`;
}

const effectsAt = async (address: string): Promise<string[]> =>
  Promise.all((await catcher.list(address)).map((message) => effectOf(message.raw)));

it(
  'whatever is killed at whatever moment, every mailbox ends with exactly the messages it should, and what was held is given back',
  async () => {
    api.start();
    worker.start();
    const done = new AbortController();
    // Not AbortSignal.timeout in AbortSignal.any: such a timeout is lost when memory is collected (nodejs/node#57736).
    const enough = setTimeout(() => done.abort(), LONGEST_CHAOS_MS);
    const killing = [api, worker].map((process) => killAgainAndAgain(process, done.signal));
    const holding = holds.askForAll();
    const indexes = Array.from({ length: MEETINGS }, (_, index) => index);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let index = indexes.shift(); index !== undefined; index = indexes.shift()) await live(index);
      }),
    );
    clearTimeout(enough);
    done.abort();
    await Promise.all(killing);

    expect(await holding).toBe(SLOTS);
    await expect.poll(() => holds.taken(), { timeout: PATIENCE_MS, interval: 1_000 }).toBe(0);
    expect(await holds.statuses()).toEqual(['cancelled']);

    for (let index = 0; index < MEETINGS; index += 1) {
      const { host, guest } = addressesOf(index);
      await waitForMail(catcher, { to: host, count: 4, withinMs: PATIENCE_MS });
      await waitForMail(catcher, { to: guest, count: 3, withinMs: PATIENCE_MS });
      expect(await effectsAt(host)).toEqual(['REQUEST 0', 'mail', 'REQUEST 1', 'CANCEL 2']);
      expect(await effectsAt(guest)).toEqual(['REQUEST 0', 'REQUEST 1', 'CANCEL 2']);
    }
  },
  10 * 60_000,
);
