import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { createTransport } from 'nodemailer';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { startListeners } from '../../api/smtp/listeners.ts';
import { assemble } from '../../workers/assemble.ts';
import { loadConfig } from '../../config/index.ts';
import { RecordedMeetings } from '../api/support/recorded-meetings.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { MailDialogue } from '../support/mail-dialogue.ts';
import { SECRET_KEY } from '../support/world.ts';
import { testReading } from '../support/reading.ts';

let database: TestDatabase;
let knex: Knex;
let listeners: Awaited<ReturnType<typeof startListeners>>;
beforeAll(async () => {
  database = await createTestDatabase();
  knex = connectDatabase(database.url);
  const config = loadConfig({
    PARLEY_SECRET_KEY: SECRET_KEY,
    DATABASE_URL: database.url,
    SMTP_IN_PORT: '0',
    LMTP_PORT: '0',
    ORGANIZER_EMAIL: 'scheduling@parley.test',
  });
  await ensureFirstTenant(knex, config);
  const meetings = new RecordedMeetings();
  const parley = assemble(config, {
    ...{ knex, meetings },
    deliveries: meetings.deliveries,
    mailAuth: { mode: 'off' },
    reading: testReading(),
    log: pino({ level: 'silent' }),
  });
  listeners = await startListeners(config, parley);
});
afterAll(async () => {
  await listeners.stop();
  await knex.destroy();
  await database.drop();
});

const message = (id: string) =>
  `From: gus@example.org\r\nMessage-ID: ${id}\r\nSubject: Hello\r\n\r\nHello.\r\n`;
const stored = () =>
  knex('imip_messages').orderBy('received_at').select('door', 'envelope_from', 'envelope_to', 'reason');

it('the same message through both doors is stored once; each door is written down', async () => {
  const envelope = { from: 'gus@example.org', to: ['scheduling@parley.test'] };
  const smtp = createTransport({ host: '127.0.0.1', port: listeners.smtpPort, ignoreTLS: true });
  const lmtp = await MailDialogue.open(listeners.lmtpPort ?? 0);
  const [first, second] = [randomUUID(), randomUUID()].map((id) => message(`<${id}@example.org>`));
  await smtp.sendMail({ envelope, raw: first });
  smtp.close();
  await lmtp.hear();
  await lmtp.say('LHLO mx.parley.test');
  for (const raw of [first, second]) {
    await lmtp.say('MAIL FROM:<gus@example.org>');
    await lmtp.say('RCPT TO:<scheduling@parley.test>');
    await lmtp.say('RCPT TO:<postmaster@parley.test>');
    await lmtp.say('DATA');
    expect((await lmtp.say(`${raw}.`, 2)).match(/^250/gm)).toHaveLength(2);
  }
  lmtp.close();
  const both = { envelope_from: 'gus@example.org', reason: 'no-calendar' };
  expect(await stored()).toEqual([
    { ...both, door: 'smtp', envelope_to: ['scheduling@parley.test'] },
    { ...both, door: 'lmtp', envelope_to: ['scheduling@parley.test', 'postmaster@parley.test'] },
  ]);
});

it('mail to others than the tenants’ domains is refused', async () => {
  const dialogue = await MailDialogue.open(listeners.smtpPort);
  await dialogue.hear();
  await dialogue.say('EHLO x');
  await dialogue.say('MAIL FROM:<gus@example.org>');
  expect(await dialogue.say('RCPT TO:<victim@elsewhere.example>')).toMatch(/^550 5\.7\.1/);
  expect(await dialogue.say('RCPT TO:<scheduling@PARLEY.test>')).toMatch(/^250/);
  dialogue.close();
});

it('a thousand mails to people who are not there write no row', async () => {
  const rows = async () =>
    Promise.all(['imip_messages', 'raw_messages', 'audit_log'].map((table) => knex(table).count().first()));
  const before = await rows();
  const dialogue = await MailDialogue.open(listeners.smtpPort);
  await dialogue.hear();
  await dialogue.say('EHLO x');
  await dialogue.say('MAIL FROM:<gus@example.org>');
  for (let n = 0; n < 1_000; n += 1) {
    const name =
      n % 2 === 0 ? `somebody-${n}` : `scheduling+r${'a'.repeat(16)}${'abcdefgh'.charAt(n % 8).repeat(4)}`;
    expect(await dialogue.say(`RCPT TO:<${name}@parley.test>`)).toMatch(/^550 5\.1\.1/);
  }
  expect(await dialogue.say('DATA')).toMatch(/^503/);
  dialogue.close();
  expect(await rows()).toEqual(before);
});
