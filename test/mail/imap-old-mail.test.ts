import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { withMailbox } from '../support/mail-servers/client.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import { Dovecot } from '../support/mail-servers/dovecot.ts';
import { requireTool } from '../support/require-tool.ts';
import { isThorough } from '../support/rounds.ts';
import { makeRunDirectory, removeRunDirectory } from '../support/run-directory.ts';
import { tryService } from '../support/services.ts';
import { fillMbox, MBOX } from './support/bulk-mail.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { watch } from './support/mailbox-watch.ts';
import { eventually, idOf, numbered, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');

const OLD_MESSAGES = isThorough() ? 50_000 : 4_000;
const ADDRESS = 'crowded@parley.test';
const DAY = 86_400_000;
const MEGABYTE = 1024 * 1024;

let directory: string;
let dovecot: Dovecot;
let store: TestDatabase;
let database: Knex;

requireTool('Dovecot', missing)(`a folder with ${OLD_MESSAGES} old messages`, () => {
  beforeAll(async () => {
    directory = makeRunDirectory();
    const path = join(directory, 'dovecot');
    mkdirSync(path, { mode: 0o755 });
    dovecot = await Dovecot.start({ directory: path, extra: MBOX });
    fillMbox(dovecot, ADDRESS, OLD_MESSAGES, Date.now() - 30 * DAY);
    // The server reads the file once, as it did long ago for a folder that grew to this size.
    await withMailbox(dovecot, ADDRESS, (client) => client.mailboxOpen('INBOX'));
    store = await createTestDatabase();
    database = connectDatabase(store.url);
  });
  afterAll(async () => {
    await dovecot?.stop();
    await database?.destroy();
    await store?.drop();
    if (directory) removeRunDirectory(directory);
  });

  it('is not read: only what came in the last two weeks counts', async () => {
    const taken = new Taken();
    await deliverByLmtp(dovecot.lmtpPort, numbered(OLD_MESSAGES + 1, ADDRESS));
    const watching = await watch({
      database,
      ingest: taken.ingest,
      mailbox: mailboxOf(dovecot, ADDRESS, { timeoutMs: 30_000 }),
    });
    try {
      expect(await taken.until(1)).toEqual([`<${OLD_MESSAGES + 1}@test>`]);
    } finally {
      await watching.end();
    }
  });

  it('is read whole when that is configured, in memory that does not grow with it', async () => {
    const seen = new Set<string>();
    let early: number | undefined;
    let largest = 0;
    const ingest: Taken['ingest'] = ({ raw }) => {
      seen.add(idOf(raw));
      if (seen.size === 1_000) early ??= usedMegabytes();
      if (seen.size % 2_000 === 0) largest = Math.max(largest, usedMegabytes());
      return Promise.resolve({ understood: 'ignored', reason: 'test', uid: null });
    };
    const mailbox = mailboxOf(dovecot, ADDRESS, {
      firstSinceMs: 3_650 * DAY,
      handled: 'none',
      timeoutMs: 30_000,
    });
    const watching = await watch({ database, ingest, mailbox, limits: { forMs: 60_000, messages: 2_000 } });
    try {
      await eventually('all read', () => seen.size >= OLD_MESSAGES, 240_000);
    } finally {
      await watching.end();
    }
    expect(largest - (early ?? 0)).toBeLessThan(32);
  }, 270_000);
});

/** What is really in use: garbage is collected first. */
function usedMegabytes(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}
