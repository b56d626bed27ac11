import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { expect, it, onTestFinished } from 'vitest';
import { startMailCatcher, type CatcherOptions } from '../../workers/embedded/mail-catcher.ts';
import { waitForMail } from '../support/smtp-catcher.ts';
import { failureOf, temporaryDirectory } from './helpers.ts';

async function start(directory: string, options: Partial<CatcherOptions> = {}) {
  const catcher = await startMailCatcher({ directory, ...options });
  const transport = createTransport(`${catcher.smtpUrl}?pool=true`);
  onTestFinished(async () => {
    transport.close();
    await catcher.stop();
  });
  const send = (to: string[], subject: string, messageId: string) =>
    transport.sendMail({
      from: '"Zoë" <zoe@example.com>',
      to,
      subject,
      messageId,
      text: `body of ${subject}`,
    });
  return { catcher, send };
}

it('lists what each recipient received, oldest first, with the whole message', async () => {
  const { catcher, send } = await start(temporaryDirectory());
  await send(['Ada@Example.com'], 'Grüße 1', '<1@x>');
  await send(['ada@example.com', 'bob@example.com'], 'second', '<2@x>');

  const mails = await catcher.list('ADA@example.com');
  expect(mails.map(({ from, to, subject }) => ({ from, to, subject }))).toEqual([
    { from: 'zoe@example.com', to: 'ada@example.com', subject: 'Grüße 1' },
    { from: 'zoe@example.com', to: 'ada@example.com', subject: 'second' },
  ]);
  expect(mails[0]!.raw).toMatch(/^From: .*\r\n[^]*body of Gr/);
  expect(await catcher.get(mails[1]!.id)).toEqual(mails[1]);
  expect(await catcher.get('nobody')).toBeUndefined();
  const people = new Map(catcher.people().map((person) => [person.address, person]));
  expect(people.get('ada@example.com')).toMatchObject({ count: 2, latestAt: mails[1]!.receivedAt });
  expect(people.get('bob@example.com')).toMatchObject({ count: 1 });
  expect(await catcher.list()).toHaveLength(3);
});

it('keeps one copy of a message that is sent again, for each recipient, also after a restart', async () => {
  const directory = temporaryDirectory();
  const first = await start(directory);
  await Promise.all([1, 2, 3].map(() => first.send(['ada@example.com'], 'same', '<same@x>')));
  await first.catcher.stop();

  const second = await start(directory);
  await second.send(['ada@example.com', 'bob@example.com'], 'same', '<same@x>');
  expect(second.catcher.count('ada@example.com')).toBe(1);
  expect(second.catcher.count('bob@example.com')).toBe(1);
});

it('still has everything after a restart, and drops only what a crash cut off', async () => {
  const directory = temporaryDirectory();
  const first = await start(directory);
  await first.send(['ada@example.com'], 'kept', '<kept@x>');
  const before = await first.catcher.list();
  await first.catcher.stop();
  appendFileSync(join(directory, 'messages'), '{"id":"half","size":5000}\nFrom: ');

  const second = await start(directory);
  expect(await second.catcher.list()).toEqual(before);
  await second.send(['ada@example.com'], 'next', '<next@x>');
  expect((await second.catcher.list()).map((mail) => mail.subject)).toEqual(['kept', 'next']);
});

it('refuses what a test tells it to, and takes it at the next try', async () => {
  let busy = true;
  const refuse = () => (busy ? { responseCode: 451, message: 'try later' } : undefined);
  const { catcher, send } = await start(temporaryDirectory(), { refuse });
  expect(await failureOf(send(['ada@example.com'], 'again', '<again@x>'))).toMatchObject({
    responseCode: 451,
  });
  busy = false;
  await send(['ada@example.com'], 'again', '<again@x>');
  expect(catcher.count()).toBe(1);
});

it('wakes whoever waits for a message', async () => {
  const { catcher, send } = await start(temporaryDirectory());
  const waiting = waitForMail(catcher, { to: 'ada@example.com', count: 2 });
  await send(['ada@example.com'], 'one', '<one@x>');
  await send(['ada@example.com'], 'two', '<two@x>');
  expect((await waiting).map((mail) => mail.subject)).toEqual(['one', 'two']);
  const failure = await failureOf(waitForMail(catcher, { to: 'ada@example.com', count: 3, withinMs: 50 }));
  expect(failure.message).toBe('Expected 3 message(s) to ada@example.com; arrived: one | two');
});

it('takes hundreds of messages at once, and loses none', async () => {
  const { catcher, send } = await start(temporaryDirectory());
  await Promise.all(
    Array.from({ length: 500 }, (_, n) => send([`p${n % 10}@example.com`], `${n}`, `<${n}@x>`)),
  );
  expect(catcher.count()).toBe(500);
});
