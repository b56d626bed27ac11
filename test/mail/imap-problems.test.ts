import type { Knex } from 'knex';
import { describe, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { listMailboxes, retryProblem, type ListedProblem } from '../../adapters/postgres/mailbox-list.ts';
import { createTestDatabase } from '../support/database.ts';
import { messagesIn, withMailbox } from '../support/mail-servers/client.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import type { MailboxServer } from '../support/mail-servers/dovecot.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { startHalfOpenProxy } from './support/half-open-proxy.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { watch } from './support/mailbox-watch.ts';
import { onDovecot, someone, type GivenDovecot } from './support/on-dovecot.ts';
import { eventually, idOf, numbered, numberedIds, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');

let server: MailboxServer;
let database: Knex;
let begin: GivenDovecot['begin'];
let deliver: GivenDovecot['deliver'];
const listed = async (name: string) => (await listMailboxes(database)).find((one) => one.name === name);
const problemsOf = async (name: string): Promise<ListedProblem[]> => (await listed(name))?.problems ?? [];

/** Fails for message 2, as one that breaks a parser or a constraint does. */
function poisoned(): Taken & { healed: boolean; attempts: number } {
  const taken = Object.assign(new Taken(), { healed: false, attempts: 0 });
  taken.before = ({ raw }) => {
    if (idOf(raw) !== '<2@test>' || taken.healed) return;
    taken.attempts += 1;
    throw Object.assign(new Error('secret words of the message'), { code: '22P05' });
  };
  return taken;
}

requireTool('Dovecot', missing)('a message that cannot be taken in', () => {
  onDovecot((given) => ({ server, database, begin, deliver } = given));

  it('is put aside after five attempts, stays where it is, and holds nobody up', async () => {
    const [taken, address] = [poisoned(), someone()];
    const mailbox = mailboxOf(server, address, { handled: { move: 'Parley/Handled' } });
    await deliver(address, 1, 2, 3);
    await begin(taken, mailbox);
    expect(await taken.until(2)).toEqual(['<1@test>', '<3@test>']);
    await eventually('put aside', async () => (await problemsOf(mailbox.name))[0]?.nextAttemptAt === null);
    expect(await problemsOf(mailbox.name)).toMatchObject([
      { uid: 2, reason: 'ingest-failed', detail: '22P05', attempts: 5 },
    ]);
    expect(taken.attempts).toBe(5);
    await deliver(address, 4);
    await taken.until(3);
    await eventually('the rest is moved', async () => (await messagesIn(server, address)).length === 1);
    expect((await messagesIn(server, address))[0]?.raw).toContain('<2@test>');
  });

  it('is taken in when it is retried and what was wrong is not wrong any more', async () => {
    const [taken, address] = [poisoned(), someone()];
    const mailbox = mailboxOf(server, address, { handled: { move: 'Parley/Handled' } });
    await deliver(address, 1, 2);
    await begin(taken, mailbox);
    await eventually('put aside', async () => (await problemsOf(mailbox.name))[0]?.nextAttemptAt === null);
    taken.healed = true;
    expect(await retryProblem(database, mailbox.name, 2, new Date())).toBe(true);
    expect(await taken.until(2)).toEqual(numberedIds(2));
    await eventually('moved', async () => (await messagesIn(server, address)).length === 0);
    expect(await problemsOf(mailbox.name)).toEqual([]);
  });

  it('is no problem any more when somebody removed it', async () => {
    const [taken, address] = [poisoned(), someone()];
    const mailbox = mailboxOf(server, address);
    await deliver(address, 1, 2);
    await begin(taken, mailbox);
    await eventually('put aside', async () => (await problemsOf(mailbox.name))[0]?.nextAttemptAt === null);
    await removeAll(address);
    await retryProblem(database, mailbox.name, 2, new Date());
    await eventually('solved', async () => (await problemsOf(mailbox.name)).length === 0);
  });

  it('because it is too large is listed at once, by its header: its body is not read', async () => {
    const [taken, address] = [new Taken(), someone()];
    const proxy = await startHalfOpenProxy(server.imapPort);
    try {
      const mailbox = mailboxOf({ imapPort: proxy.port }, address, { largestBytes: 10_000 });
      const subject = 'Subject: =?utf-8?q?Gro=C3=9Fe_Bilder?=\r\n folded';
      const large = numbered(2, address, 'x'.repeat(70).concat('\r\n').repeat(20_000));
      await deliver(address, 1);
      await deliverByLmtp(server.lmtpPort, { ...large, raw: `${subject}\r\n${large.raw}` });
      await deliver(address, 3);
      await begin(taken, mailbox);
      expect(await taken.until(2)).toEqual(['<1@test>', '<3@test>']);
      expect(await problemsOf(mailbox.name)).toMatchObject([
        {
          uid: 2,
          reason: 'too-large',
          detail: 'from sender@example.com: Große Bilder folded',
          attempts: 1,
          nextAttemptAt: null,
        },
      ]);
      expect(proxy.bytes).toBeLessThan(50_000);
    } finally {
      proxy.stop();
    }
  });

  it('because it is too large, with a header that never ends, is listed by its beginning', async () => {
    const [taken, address] = [new Taken(), someone()];
    const mailbox = mailboxOf(server, address, { largestBytes: 10_000 });
    const raw = `Subject: ${'x'.repeat(900)}\r\n${`X-Filler: ${'y'.repeat(900)}\r\n`.repeat(200)}\r\nHello\r\n`;
    await deliverByLmtp(server.lmtpPort, { from: 'sender@example.com', to: address, raw });
    await deliver(address, 2);
    await begin(taken, mailbox);
    await taken.until(1);
    const [problem] = await problemsOf(mailbox.name);
    expect(problem).toMatchObject({ uid: 1, reason: 'too-large', nextAttemptAt: null });
    expect(problem?.detail).toBe(`from nobody: ${'x'.repeat(900)}`.slice(0, 300));
  });

  it('because the database is away is not held against it', async () => {
    const [taken, address] = [new Taken(), someone()];
    let away = true;
    const broken = new Proxy(database, {
      get: (target, name, self) => {
        if (away && name === 'transaction') throw new Error('no connection');
        return Reflect.get(target, name, self) as unknown;
      },
    });
    taken.before = () => {
      if (away) throw new Error('no connection');
    };
    const mailbox = mailboxOf(server, address);
    await deliver(address, 1);
    const watching = await begin(taken, mailbox, { database: broken });
    await eventually('tried again', async () => (await watching.attempts()) > 2);
    away = false;
    await taken.until(1);
    expect(await problemsOf(mailbox.name)).toEqual([]);
  });
});

const removeAll = (address: string) =>
  withMailbox(server, address, async (client) => {
    await client.mailboxOpen('INBOX');
    await client.messageDelete('1:*');
  });

describe('a mailbox that cannot be reached', () => {
  it('is tried again and again, and says why with a stable code', async () => {
    const path = await createTestDatabase();
    const own = connectDatabase(path.url);
    const mailbox = mailboxOf({ imapPort: 1 }, someone());
    const watching = await watch({ database: own, ingest: new Taken().ingest, mailbox });
    try {
      await eventually('tried again', async () => (await watching.attempts()) > 2);
      expect((await listMailboxes(own))[0]).toMatchObject({ name: mailbox.name, lastError: 'ECONNREFUSED' });
    } finally {
      await watching.end();
      await own.destroy();
      await path.drop();
    }
  });
});
