import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MailboxStore } from '../../activities/mailbox/ports.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { createMailboxStore } from '../../adapters/postgres/mailbox-store.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { testEnvironment } from '../support/environment.ts';

const PARLEY = fileURLToPath(new URL('../../bin/parley.js', import.meta.url));
const IMAP_URL = 'imaps://desk:secret@mail.example.com';

let database: TestDatabase;
let knex: Knex;
let store: MailboxStore;

async function parley(...args: string[]) {
  const env = testEnvironment({ DATABASE_URL: database.url, IMAP_URL });
  const child = spawn(process.execPath, [PARLEY, 'mailboxes', ...args], { env });
  const status = new Promise((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}

beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url);
  store = createMailboxStore(knex);
});
afterAll(async () => {
  await knex?.destroy();
  await database?.drop();
});

describe('parley mailboxes', () => {
  it('lists how each is watched, what failed, and nothing secret', async () => {
    const nowMs = Date.now();
    await store.begin('desk', nowMs);
    await store.advance('desk', { uidValidity: 7, uid: 41 }, nowMs);
    await store.begin('sales', nowMs);
    await store.fail('sales', 'AUTHENTICATION_FAILED', nowMs);
    const problem = { uid: 12, reason: 'ingest-failed', detail: '22P05' } as const;
    await store.recordProblem('desk', 7, problem, () => null, nowMs);
    const { status, stdout } = await parley('list');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^default {2}not watched yet$/m);
    expect(stdout).toMatch(/^desk {2}watched {2}last uid 41 {2}no error$/m);
    expect(stdout).toMatch(
      /^ {2}uid 12 {2}ingest-failed \(22P05\) {2}1 attempt\(s\) since .* {2}put aside$/m,
    );
    expect(stdout).toMatch(/^sales {2}failing {2}last uid 0 {2}last error AUTHENTICATION_FAILED at /m);
    expect(stdout).not.toContain('secret');
  });

  it('retries a message that was put aside', async () => {
    expect(await store.dueProblems('desk', 7, Date.now(), 10)).toEqual([]);
    expect(await parley('retry', 'desk', '12')).toMatchObject({ status: 0 });
    expect(await store.dueProblems('desk', 7, Date.now(), 10)).toEqual([12]);
  });

  it('says in a sentence what is not there', async () => {
    expect(await parley('retry', 'desk', '13')).toMatchObject({
      status: 1,
      stderr: 'No message 13 of a mailbox "desk" has failed.\n',
    });
    expect(await parley('retry', 'desk', 'x')).toMatchObject({ status: 1, stderr: '"x" is no UID.\n' });
  });
});

describe('a mailbox’s position', () => {
  it('never goes back, except to another UIDVALIDITY', async () => {
    const position = async () => (await store.begin('a', 0)).position;
    expect(await position()).toBeNull();
    await store.advance('a', { uidValidity: 7, uid: 41 }, 1);
    await store.advance('a', { uidValidity: 7, uid: 40 }, 2);
    expect(await position()).toEqual({ uidValidity: 7, uid: 41 });
    await store.advance('a', { uidValidity: 4_294_967_295, uid: 3 }, 3);
    expect(await position()).toEqual({ uidValidity: 4_294_967_295, uid: 3 });
  });

  it('keeps the time of its first start as the border of old mail', async () => {
    await store.begin('kept', 1_000);
    expect((await store.begin('kept', 9_000_000)).sinceMs).toBe(1_000);
  });
});
