import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { listMailboxes } from '../../adapters/postgres/mailbox-list.ts';
import type { MailboxConfig } from '../../config/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { messagesIn } from '../support/mail-servers/client.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import type { MailboxServer } from '../support/mail-servers/dovecot.ts';
import { sharedDovecot } from '../support/mail-servers/shared.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { watch } from './support/mailbox-watch.ts';
import { startSlowProxy, type SlowProxy } from './support/slow-proxy.ts';
import { eventually, numbered, numberedIds, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');

let dovecot: MailboxServer;
let store: TestDatabase;
let database: Knex;
const stops: (() => unknown)[] = [];

const someone = () => `${randomUUID()}@parley.test`;
const slow = async (pace: { delayMs: number; pieceBytes?: number }): Promise<SlowProxy> => {
  const proxy = await startSlowProxy(dovecot.imapPort, pace);
  stops.push(() => proxy.stop());
  return proxy;
};
const begin = async (taken: Taken, mailbox: MailboxConfig): Promise<void> => {
  const watching = await watch({ database, ingest: taken.ingest, mailbox });
  stops.push(() => watching.end());
};
const deliver = (to: string, ...numbers: number[]) =>
  deliverByLmtp(dovecot.lmtpPort, ...numbers.map((number) => numbered(number, to)));
const listed = async (name: string) => (await listMailboxes(database)).find((one) => one.name === name);

requireTool('Dovecot', missing)('a slow mail server', () => {
  beforeAll(async () => {
    dovecot = await sharedDovecot();
    store = await createTestDatabase();
    database = connectDatabase(store.url);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  });
  afterAll(async () => {
    await database?.destroy();
    await store?.drop();
  });

  it('that takes its time for each answer is waited for, on one connection', async () => {
    const [proxy, taken, address] = [await slow({ delayMs: 300 }), new Taken(), someone()];
    await deliver(address, 1, 2);
    await begin(taken, mailboxOf({ imapPort: proxy.port }, address));
    await taken.until(2);
    await deliver(address, 3);
    expect(await taken.until(3)).toEqual(numberedIds(3));
    await eventually('flagged', async () =>
      (await messagesIn(dovecot, address)).every(({ flags }) => flags.has('$ParleyHandled')),
    );
    expect(proxy.connections).toBe(1);
  });

  it('whose message takes longer than the longest silence is waited for, as long as something comes', async () => {
    const [proxy, taken, address] = [await slow({ delayMs: 0 }), new Taken(), someone()];
    proxy.pieceBytes = 1_000;
    proxy.delayMs = 40;
    // About 80 pieces: more than three seconds, of which none is silent.
    const body = 'A line that is repeated again and again.\r\n'.repeat(2_000);
    await deliverByLmtp(dovecot.lmtpPort, numbered(1, address, body));
    await begin(taken, mailboxOf({ imapPort: proxy.port }, address, { timeoutMs: 1_500 }));
    await taken.until(1);
    expect(taken.messages[0]?.raw.length).toBeGreaterThan(80_000);
    expect(proxy.connections).toBe(1);
  });

  it('that answers later than it is waited for is shown so, and nothing is lost when it is itself again', async () => {
    const [proxy, taken, address] = [await slow({ delayMs: 3_000 }), new Taken(), someone()];
    const mailbox = mailboxOf({ imapPort: proxy.port }, address, { timeoutMs: 1_000 });
    await deliver(address, 1, 2);
    await begin(taken, mailbox);
    await eventually('given up', async () => typeof (await listed(mailbox.name))?.lastError === 'string');
    expect((await listed(mailbox.name))?.lastError).toMatch(/^[A-Z_]+$/);
    expect((await listed(mailbox.name))?.lastError).not.toBe('UNKNOWN');
    expect(taken.ids).toEqual([]);
    proxy.delayMs = 0;
    await taken.until(2);
    await deliver(address, 3);
    expect(await taken.until(3)).toEqual(numberedIds(3));
    await eventually('watched again', async () => {
      const { lastSeenAt, lastErrorAt } = (await listed(mailbox.name)) ?? {};
      return Number(lastSeenAt) > Number(lastErrorAt);
    });
  });
});
