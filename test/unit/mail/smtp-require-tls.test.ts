import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { ServerDown } from '../../../activities/delivery/ports.ts';
import { createSmtpSender } from '../../../adapters/mail/smtp-sender.ts';
import { isLoopback } from '../../../config/loopback.ts';
import { loadConfig } from '../../../config/index.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A real server; what it gets of a message, in the clear or not. */
async function serverWith(options: SMTPServerOptions, requireTls?: boolean) {
  const got: { secure: boolean }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, { secure }, done) {
      got.push({ secure });
      stream.resume().on('end', () => done());
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const sender = createSmtpSender(`smtp://127.0.0.1:${port}`, { requireTls });
  closing.push(
    () => sender.close(),
    () => server.close(),
  );
  const send = () =>
    sender
      .send({ from: 'scheduling@parley.test', to: 'guest@example.com', raw: Buffer.from('A: b\r\n\r\n') })
      .catch((error: unknown) => error);
  return { got, send };
}

describe('where TLS is required', () => {
  it('a server that offers no STARTTLS gets no message, and the error says why', async () => {
    const { got, send } = await serverWith({ disabledCommands: ['STARTTLS'] }, true);
    const error = await send();
    expect(error).toBeInstanceOf(ServerDown);
    expect(error).toMatchObject({ code: 'starttls-not-offered' });
    expect(got).toEqual([]);
  });

  it('a server whose certificate nobody vouches for gets no message', async () => {
    const { got, send } = await serverWith({}, true);
    expect(await send()).toBeInstanceOf(ServerDown);
    expect(got).toEqual([]);
  });
});

it('where it is switched off, mail goes out without', async () => {
  const { got, send } = await serverWith({ disabledCommands: ['STARTTLS'] }, false);
  expect(await send()).not.toBeInstanceOf(Error);
  expect(got).toEqual([{ secure: false }]);
});

it('it is required of every server but one on this machine, unless the configuration says otherwise', () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]', 'mail.localhost', '127.9.9.9'])
    expect(isLoopback(host), host).toBe(true);
  for (const host of [
    'mail.example.com',
    '10.0.0.1',
    '127.0.0.1.example.com',
    'localhost.example.com',
    '[::2]',
  ])
    expect(isLoopback(host), host).toBe(false);
  expect(loadConfig({}).mail.requireTls).toBeUndefined();
  expect(loadConfig({ SMTP_REQUIRE_TLS: 'false' }).mail.requireTls).toBe(false);
  expect(loadConfig({ SMTP_REQUIRE_TLS: 'true' }).mail.requireTls).toBe(true);
});
