import type { Knex } from 'knex';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { addressedTo } from '../../activities/mailbox/envelope.ts';
import { createMailboxMetrics } from '../../adapters/metrics/mailbox-metrics.ts';
import { listMailboxes, retryProblem, type ListedProblem } from '../../adapters/postgres/mailbox-list.ts';
import { ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { loadConfig } from '../../config/index.ts';
import { meterMailboxes } from '../../workers/metered-mailboxes.ts';
import { messagesIn } from '../support/mail-servers/client.ts';
import type { MailboxServer } from '../support/mail-servers/dovecot.ts';
import { requireTool } from '../support/require-tool.ts';
import { tryService } from '../support/services.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { onDovecot, someone, type GivenDovecot } from './support/on-dovecot.ts';
import { eventually, numberedIds, Taken } from './support/taken.ts';

const { missing } = await tryService('dovecot');
const DAY_MS = 86_400_000;

requireTool('Dovecot', missing)('the mail of a day that IMAP brings', () => {
  let server: MailboxServer;
  let database: Knex;
  let begin: GivenDovecot['begin'];
  let deliver: GivenDovecot['deliver'];
  onDovecot((given) => ({ server, database, begin, deliver } = given));

  it('is counted; over it the rest waits unseen in the mailbox, is told once, and comes the next day', async () => {
    const address = someone();
    const config = loadConfig({ ORGANIZER_EMAIL: address });
    const tenant = await ensureFirstTenant(database, config);
    const clock = { now: Date.now(), nowMs: () => clock.now };
    const told: string[] = [];
    const registry = new Registry();
    const taken = new Taken();
    // The first message is as much as a day may have.
    const metered = meterMailboxes({ ...config, storedBytesPerDay: 1 }, taken.ingest, {
      database,
      log: pino({ level: 'warn' }, { write: (line) => void told.push(line) }),
      metrics: createMailboxMetrics(registry),
      clock,
    });
    const mailbox = mailboxOf(server, address);
    const problems = async (): Promise<ListedProblem[]> =>
      (await listMailboxes(database)).find(({ name }) => name === mailbox.name)?.problems ?? [];
    await deliver(address, 1, 2, 3);
    await begin(taken, mailbox, { ingest: metered.ingest });

    await eventually('the others wait', async () => (await problems()).length === 2);
    const midnight = new Date((Math.floor(Date.now() / DAY_MS) + 1) * DAY_MS);
    const waits = { reason: 'mail-of-the-day-used-up', attempts: 1, nextAttemptAt: midnight };
    expect(await problems()).toMatchObject([
      { ...waits, uid: 2 },
      { ...waits, uid: 3 },
    ]);
    expect(taken.ids).toEqual(numberedIds(1));
    const flags = (await messagesIn(server, address)).map((message) => message.flags.has('$ParleyHandled'));
    expect(flags).toEqual([true, false, false]);
    expect((await messagesIn(server, address)).every((message) => !message.flags.has('\\Seen'))).toBe(true);
    expect(told).toHaveLength(1);
    expect(JSON.parse(told[0] ?? '')).toMatchObject({ tenant: tenant.id });
    expect(told[0]).not.toContain(address);
    expect(await registry.metrics()).toMatch(/^parley_mail_quota_refusals_total 2$/m);

    // However often it has to wait, it is not put aside.
    for (let day = 0; day < 6; day += 1) {
      await retryProblem(database, mailbox.name, 3, new Date());
      await eventually(
        'it waits again',
        async () => ((await problems())[1]?.nextAttemptAt?.getTime() ?? 0) > Date.now(),
      );
    }
    const counted = async () =>
      Number(
        (await database('mail_usage').where({ tenant_id: tenant.id }).sum({ n: 'messages' }).first())?.n,
      );
    clock.now += DAY_MS;
    await retryProblem(database, mailbox.name, 2, new Date());
    expect(await taken.until(2)).toEqual(numberedIds(2));
    await eventually('it is counted to its day', async () => (await counted()) === 2);
    clock.now += DAY_MS;
    await retryProblem(database, mailbox.name, 3, new Date());
    expect(await taken.until(3)).toEqual(numberedIds(3));
    await eventually('nothing waits', async () => (await problems()).length === 0);
    expect(told).toHaveLength(1);
    await metered.stop();
    expect(await counted()).toBe(3);
  });
});

describe('whom a message in a mailbox is for, where its server wrote down no envelope', () => {
  it('is in To and Cc', () => {
    const raw = [
      'From: gus@example.org',
      'To: "Desk, the" <Scheduling@parley.test>, other@parley.test;',
      ' third@parley.test',
      'Cc: Fourth <fourth+x@parley.test>',
      'X-To: no@parley.test',
      '',
      'To: body@parley.test',
    ].join('\r\n');
    expect(addressedTo(Buffer.from(raw))).toEqual([
      'scheduling@parley.test',
      'other@parley.test',
      'third@parley.test',
      'fourth+x@parley.test',
    ]);
  });
});
