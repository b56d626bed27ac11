import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArrivingMessage } from '../../activities/inbound/ports.ts';
import { MailQuotaReached, meteredIngest } from '../../activities/inbound/metered-ingest.ts';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { createMailUsage, type MailUsage } from '../../adapters/postgres/mail-usage.ts';
import { MailDialogue } from '../support/mail-dialogue.ts';
import { closeAll, doorThat, MESSAGE } from '../support/mail-door.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const DAY = Date.UTC(2026, 10, 2);
const LIMIT = 1_000;

let owned: TestDatabase;
let knex: Knex;
beforeAll(async () => {
  owned = await createTestDatabase();
  knex = connectDatabase(owned.url);
});
afterAll(async () => {
  await closeAll();
  await knex?.destroy();
  await owned?.drop();
});

async function tenant(): Promise<{ id: string; mailbox: string }> {
  const id = randomUUID();
  const mailbox = `Desk-${id.slice(0, 8)}@parley.test`;
  await knex('tenants').insert({
    id,
    slug: id,
    organizer_email: mailbox,
    organizer_name: 'Parley',
    product_name: 'Practice',
  });
  return { id, mailbox };
}

const clock = { ms: DAY };
function meter(): { usage: MailUsage; taken: ArrivingMessage[]; ingest: ReturnType<typeof meteredIngest> } {
  const usage = createMailUsage(knex, {
    bytesPerDay: LIMIT,
    tagSeparator: '+',
    nowMs: () => clock.ms,
    onFailure(error) {
      throw error;
    },
    everyMs: 3_600_000,
  });
  const taken: ArrivingMessage[] = [];
  const ingest = meteredIngest(
    (message) => {
      taken.push(message);
      return Promise.resolve({ understood: 'ignored', reason: 'no-calendar', uid: null });
    },
    { usage, isFull: () => false, onRefused: () => undefined },
  );
  return { usage, taken, ingest };
}
const mail = (to: string[], bytes: number): ArrivingMessage => ({
  raw: Buffer.alloc(bytes),
  door: 'smtp',
  envelope: { from: null, to },
  tenantId: null,
  session: null,
});

describe('the mail of a day', () => {
  it('is counted for the tenant whose mailbox, or an address below it, is named', async () => {
    const [ours, theirs] = [await tenant(), await tenant()];
    const { ingest, taken, usage } = meter();
    const tagged = ours.mailbox.replace('@', '+rabc@').toUpperCase();
    await ingest(mail([tagged], 600));
    await ingest(mail([ours.mailbox], 600));
    await expect(ingest(mail([ours.mailbox], 1))).rejects.toThrow(MailQuotaReached);
    await ingest(mail([theirs.mailbox, ours.mailbox], 10));
    await ingest({ ...mail([], 10), tenantId: theirs.id });
    expect(taken.map(({ raw }) => raw.length)).toEqual([600, 600, 10, 10]);
    await usage.stop();
    const rows = await knex('mail_usage').whereIn('tenant_id', [ours.id, theirs.id]).orderBy('bytes', 'desc');
    expect(rows).toMatchObject([
      { tenant_id: ours.id, bytes: 1_210, messages: 3 },
      { tenant_id: theirs.id, bytes: 20, messages: 2 },
    ]);
  });

  it('is known to another process, and begins anew with the next day', async () => {
    const ours = await tenant();
    const first = meter();
    await first.ingest(mail([ours.mailbox], LIMIT));
    await first.usage.stop();
    const second = meter();
    await expect(second.ingest(mail([ours.mailbox], 1))).rejects.toThrow(MailQuotaReached);
    clock.ms += 24 * 3_600_000;
    await second.ingest(mail([ours.mailbox], 1));
    expect(second.taken).toHaveLength(1);
    await second.usage.stop();
  });

  it('that is used up is told as SMTP has it: try again', async () => {
    const ours = await tenant();
    const { ingest, usage } = meter();
    usage.count(ours.id, LIMIT);
    const door = await doorThat({ ingest });
    const dialogue = await MailDialogue.open(door.port);
    await dialogue.hear();
    for (const line of ['EHLO x', 'MAIL FROM:<gus@example.org>', `RCPT TO:<${ours.mailbox}>`, 'DATA'])
      await dialogue.say(line);
    expect(await dialogue.say(`${MESSAGE}.`)).toMatch(/^452 4\.3\.1/);
    dialogue.close();
    await usage.stop();
  });
});
