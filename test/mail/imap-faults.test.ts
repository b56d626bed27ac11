import { mkdirSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Knex } from 'knex';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { Ingest } from '../../activities/inbound/ingest.ts';
import type { Meetings } from '../../activities/meeting/meetings.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { listMailboxes } from '../../adapters/postgres/mailbox-list.ts';
import { loadConfig, type MailboxConfig } from '../../config/index.ts';
import { assemble } from '../../workers/assemble.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { messagesIn, withMailbox } from '../support/mail-servers/client.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import { Dovecot } from '../support/mail-servers/dovecot.ts';
import { requireTool } from '../support/require-tool.ts';
import { makeRunDirectory, removeRunDirectory } from '../support/run-directory.ts';
import { tryService } from '../support/services.ts';
import { fillMailbox, forgetUids } from './support/bulk-mail.ts';
import { startHalfOpenProxy, type HalfOpenProxy } from './support/half-open-proxy.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { watch, type Watching } from './support/mailbox-watch.ts';
import { eventually, idOf, numbered, numberedIds, Taken } from './support/taken.ts';
import { testReading } from '../support/reading.ts';

const { missing } = await tryService('dovecot');
const HOUR = 3_600_000;
/** 200 kB */
const LONG_BODY = 'A line that is repeated again and again.\r\n'.repeat(5_000);

let directory: string;
let store: TestDatabase;
let database: Knex;
const stops: (() => unknown)[] = [];

/** A server of one's own, because what is done to it here disturbs others. */
async function ownDovecot(extra?: string): Promise<Dovecot> {
  const path = join(directory, randomUUID());
  mkdirSync(path, { mode: 0o755 });
  const dovecot = await Dovecot.start({ directory: path, ...(extra !== undefined && { extra }) });
  stops.push(() => dovecot.stop());
  return dovecot;
}

const begin = async (taken: Taken, mailbox: MailboxConfig): Promise<Watching> => {
  const watching = await watch({ database, ingest: taken.ingest, mailbox });
  stops.push(() => watching.end());
  return watching;
};
const someone = () => `${randomUUID()}@parley.test`;
const deliver = (server: Dovecot, to: string, ...numbers: number[]) =>
  deliverByLmtp(server.lmtpPort, ...numbers.map((number) => numbered(number, to)));
const positionOf = async (name: string) =>
  (await listMailboxes(database)).find((one) => one.name === name)?.lastUid;

requireTool('Dovecot', missing)('watching a mailbox goes on', () => {
  beforeAll(async () => {
    directory = makeRunDirectory();
    store = await createTestDatabase();
    database = connectDatabase(store.url);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  afterAll(async () => {
    await database?.destroy();
    await store?.drop();
    removeRunDirectory(directory);
  });

  it('when the mail server is killed in the middle of a message: nothing is lost, nothing counts twice', async () => {
    const [dovecot, address] = [await ownDovecot(), someone()];
    fillMailbox(dovecot, address, 60, { arrivedMs: Date.now() - HOUR, body: LONG_BODY });
    const proxy = await startHalfOpenProxy(dovecot.imapPort);
    stops.push(() => proxy.stop());
    let kills = 0;
    let up: Promise<void> = Promise.resolve();
    proxy.onBytes = () => {
      // Every 3.3 MB, so that it falls into another message each time.
      if (proxy.bytes < 3_300_000 || kills === 3) return;
      proxy.bytes = 0;
      kills += 1;
      up = dovecot.kill().then(() => dovecot.again());
    };
    const handled = { move: 'Parley/Handled' };
    const mailbox = mailboxOf({ imapPort: proxy.port }, address, { handled });
    const watching = await watch({ database, ingest: storing(), mailbox });
    stops.push(() => watching.end());
    await eventually('three times killed', () => kills === 3, 60_000);
    await up;
    await eventually('all moved', async () => (await messagesIn(dovecot, address)).length === 0, 60_000);
    const moved = await messagesIn(dovecot, address, 'Parley.Handled');
    expect(moved.map(({ raw }) => idOf(Buffer.from(raw))).sort()).toEqual(numberedIds(60).sort());
    const stored: { dedupe_key: string }[] = await database('imip_messages').select('dedupe_key');
    expect(stored.map((row) => row.dedupe_key).sort()).toEqual(numberedIds(60).sort());
  });

  it('when the mail server is restarted while nothing happens', async () => {
    const [dovecot, taken, address] = [await ownDovecot(), new Taken(), someone()];
    const mailbox = mailboxOf(dovecot, address);
    await begin(taken, mailbox);
    await deliver(dovecot, address, 1);
    await taken.until(1);
    await eventually('position stored', async () => (await positionOf(mailbox.name)) === 1);
    await dovecot.kill();
    await dovecot.again();
    await deliver(dovecot, address, 2);
    expect(await taken.until(2)).toEqual(numberedIds(2));
  });

  it('from the beginning when the server has another UIDVALIDITY', async () => {
    const [dovecot, taken, address] = [await ownDovecot(), new Taken(), someone()];
    const mailbox = mailboxOf(dovecot, address, { handled: 'none' });
    await deliver(dovecot, address, 1, 2, 3);
    await begin(taken, mailbox);
    await taken.until(3);
    await eventually('position stored', async () => (await positionOf(mailbox.name)) === 3);
    await dovecot.kill();
    forgetUids(dovecot, address);
    await dovecot.again();
    await deliver(dovecot, address, 4);
    await taken.until(4);
    expect([...new Set(taken.ids)].sort()).toEqual(numberedIds(4));
    expect(taken.ids.filter((id) => id === '<1@test>')).toHaveLength(2);
  });

  it('past messages that somebody else expunges in the middle of a fetch', async () => {
    const [dovecot, taken, address] = [await ownDovecot(), new Taken(), someone()];
    fillMailbox(dovecot, address, 60, { arrivedMs: Date.now() - HOUR });
    const mailbox = mailboxOf(dovecot, address, { handled: 'none' });
    taken.before = async ({ raw }) => {
      if (idOf(raw) !== '<1@test>') return;
      await withMailbox(dovecot, address, async (client) => {
        await client.mailboxOpen('INBOX');
        await client.messageDelete('55:60', { uid: true });
      });
    };
    await begin(taken, mailbox);
    await taken.until(54);
    await deliver(dovecot, address, 61);
    expect((await taken.until(55)).at(-1)).toBe('<61@test>');
    expect(taken.ids).not.toContain('<60@test>');
    expect((await listMailboxes(database)).find(({ name }) => name === mailbox.name)?.problems).toEqual([]);
  });

  it('on a new connection when the one that it has goes silent', async () => {
    const [dovecot, taken, address] = [await ownDovecot(), new Taken(), someone()];
    const proxy: HalfOpenProxy = await startHalfOpenProxy(dovecot.imapPort);
    stops.push(() => proxy.stop());
    const mailbox = mailboxOf({ imapPort: proxy.port }, address, { timeoutMs: 3_000 });
    await begin(taken, mailbox);
    await deliver(dovecot, address, 1);
    await eventually('position stored', async () => (await positionOf(mailbox.name)) === 1);
    proxy.freeze();
    await deliver(dovecot, address, 2);
    expect(await taken.until(2, 50_000)).toEqual(numberedIds(2));
    expect(proxy.connections).toBeGreaterThan(1);
  });

  it('on a new connection when the server never says that IDLE has begun', async () => {
    const [dovecot, taken, address] = [await ownDovecot(), new Taken(), someone()];
    const proxy: HalfOpenProxy = await startHalfOpenProxy(dovecot.imapPort);
    stops.push(() => proxy.stop());
    proxy.onSent = (piece) => {
      if (!piece.includes('IDLE') || proxy.connections > 1) return;
      proxy.freeze();
    };
    await begin(taken, mailboxOf({ imapPort: proxy.port }, address, { timeoutMs: 3_000 }));
    await eventually('asked to IDLE', () => proxy.frozen);
    await deliver(dovecot, address, 1);
    expect(await taken.until(1, 50_000)).toEqual(numberedIds(1));
    expect(proxy.connections).toBeGreaterThan(1);
  });

  it('by asking from time to time where the server has no IDLE', async () => {
    const dovecot = await ownDovecot('imap_capability = IMAP4rev1 SASL-IR LITERAL+ UIDPLUS MOVE');
    const [taken, address] = [new Taken(), someone()];
    await begin(taken, mailboxOf(dovecot, address));
    const capabilities = await withMailbox(dovecot, address, (client) =>
      Promise.resolve([...client.capabilities.keys()]),
    );
    expect(capabilities).not.toContain('IDLE');
    await deliver(dovecot, address, 1);
    await taken.until(1);
    await deliver(dovecot, address, 2);
    expect(await taken.until(2)).toEqual(numberedIds(2));
  });

  it('with a flag where messages are to be moved and the server cannot: it never copies and expunges', async () => {
    const dovecot = await ownDovecot('imap_capability = IMAP4rev1 SASL-IR LITERAL+ UIDPLUS IDLE');
    const [taken, address] = [new Taken(), someone()];
    await deliver(dovecot, address, 1);
    await begin(taken, mailboxOf(dovecot, address, { handled: { move: 'Parley/Handled' } }));
    await eventually('flagged', async () => {
      const [message] = await messagesIn(dovecot, address);
      return message?.flags.has('$ParleyHandled') ?? false;
    });
  });
});

/** The real ingest; no mail here is about a meeting. */
const storing = (): Ingest =>
  assemble(loadConfig({ PARLEY_SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }), {
    knex: database,
    meetings: new Proxy({} as Meetings, {}),
    deliveries: { start: () => Promise.resolve() },
    mailAuth: { mode: 'off' },
    reading: testReading(),
    log: pino({ level: 'silent' }),
  }).ingest;
