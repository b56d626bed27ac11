import type { Knex } from 'knex';
import { afterEach, expect, it } from 'vitest';
import { listMailboxes } from '../../adapters/postgres/mailbox-list.ts';
import { messagesIn } from '../support/mail-servers/client.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import type { MailboxServer } from '../support/mail-servers/dovecot.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { onDovecot, someone, type GivenDovecot } from './support/on-dovecot.ts';
import { startSlowProxy, type SlowProxy } from './support/slow-proxy.ts';
import { eventually, numbered, numberedIds, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');

let server: MailboxServer;
let database: Knex;
let begin: GivenDovecot['begin'];
let deliver: GivenDovecot['deliver'];
const proxies: SlowProxy[] = [];

const slow = async (pace: { delayMs: number; pieceBytes?: number }): Promise<SlowProxy> => {
  const proxy = await startSlowProxy(server.imapPort, pace);
  proxies.push(proxy);
  return proxy;
};
const listed = async (name: string) => (await listMailboxes(database)).find((one) => one.name === name);

requireTool('Dovecot', missing)('a slow mail server', () => {
  onDovecot((given) => ({ server, database, begin, deliver } = given));
  afterEach(() => proxies.splice(0).forEach((proxy) => proxy.stop()));

  it('that takes its time for each answer is waited for, on one connection', async () => {
    const [proxy, taken, address] = [await slow({ delayMs: 300 }), new Taken(), someone()];
    await deliver(address, 1, 2);
    await begin(taken, mailboxOf({ imapPort: proxy.port }, address));
    await taken.until(2);
    await deliver(address, 3);
    expect(await taken.until(3)).toEqual(numberedIds(3));
    await eventually('flagged', async () =>
      (await messagesIn(server, address)).every(({ flags }) => flags.has('$ParleyHandled')),
    );
    expect(proxy.connections).toBe(1);
  });

  it('whose message takes longer than the longest silence is waited for, as long as something comes', async () => {
    const [proxy, taken, address] = [await slow({ delayMs: 0 }), new Taken(), someone()];
    proxy.pieceBytes = 1_000;
    proxy.delayMs = 40;
    // About 80 pieces: more than three seconds, of which none is silent.
    const body = 'A line that is repeated again and again.\r\n'.repeat(2_000);
    await deliverByLmtp(server.lmtpPort, numbered(1, address, body));
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
