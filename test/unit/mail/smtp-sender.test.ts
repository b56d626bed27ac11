import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createSmtpSender } from '../../../adapters/mail/smtp-sender.ts';
import { MailDeferred, MailRejected, ServerDown } from '../../../activities/delivery/ports.ts';
import { startFaultySmtp } from '../../support/faulty-smtp.ts';

const RAW = Buffer.from('Subject: x\r\n\r\n.a line that begins with a dot\r\nbye\r\n');
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

const refusal = (responseCode: number) =>
  Object.assign(new Error('no such mailbox <guest@example.com>'), { responseCode });

async function senderTo(options: SMTPServerOptions, credentials = '') {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sender = createSmtpSender(
    `smtp://${credentials}127.0.0.1:${(server.server.address() as AddressInfo).port}`,
  );
  closing.push(() => {
    sender.close();
    server.close();
  });
  return sender;
}

const send = (sender: ReturnType<typeof createSmtpSender>) =>
  sender.send({ from: 'scheduling@parley.test', to: 'guest@example.com', raw: RAW });
const failure = (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => new Error('was sent'),
    (error: unknown) => error,
  );

describe('a message for the mail server', () => {
  it('arrives byte for byte, in its own envelope', async () => {
    const got: { raw: Buffer; from: unknown; to: string[] }[] = [];
    const sender = await senderTo({
      onData(stream, { envelope }, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const from = envelope.mailFrom && envelope.mailFrom.address;
          got.push({ raw: Buffer.concat(chunks), from, to: envelope.rcptTo.map(({ address }) => address) });
          done(null, 'queued for guest@example.com');
        });
      },
    });
    const { response } = await send(sender);
    expect(got).toEqual([{ raw: RAW, from: 'scheduling@parley.test', to: ['guest@example.com'] }]);
    expect(response).toMatch(/^250/);
    expect(response).not.toContain('@');
  });

  const refusals: [string, (code: number) => SMTPServerOptions][] = [
    ['MAIL', (code) => ({ onMailFrom: (_, __, done) => done(refusal(code)) })],
    ['RCPT', (code) => ({ onRcptTo: (_, __, done) => done(refusal(code)) })],
    [
      'DATA',
      (code) => ({ onData: (stream, _, done) => stream.resume().on('end', () => done(refusal(code))) }),
    ],
  ];

  it.each(refusals)('that is refused for good at %s is rejected, without the address', async (_, options) => {
    const error = await failure(send(await senderTo(options(550))));
    expect(error).toBeInstanceOf(MailRejected);
    expect(error).toMatchObject({ response: expect.stringMatching(/^550/) as string });
    expect(JSON.stringify([error, (error as Error).message])).not.toContain('guest@');
  });

  it.each(refusals)('that is refused for now at %s is deferred', async (_, options) => {
    const error = await failure(send(await senderTo(options(451))));
    expect(error).toBeInstanceOf(MailDeferred);
    expect(error).toMatchObject({ code: '451' });
    expect(String((error as Error).cause)).not.toContain('guest@');
  });

  it('is deferred when nobody listens, and when the password is wrong', async () => {
    const sender = createSmtpSender('smtp://127.0.0.1:1');
    closing.push(() => sender.close());
    expect(await failure(send(sender))).toBeInstanceOf(ServerDown);
    const options: SMTPServerOptions = {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(refusal(535)),
    };
    expect(await failure(send(await senderTo(options, 'user:wrong@')))).toMatchObject({ code: 'EAUTH' });
    expect(await failure(send(await senderTo(options)))).toMatchObject({ name: 'MailDeferred', code: '530' });
  });

  it('is deferred by a server that wants nobody’s mail, or whose TLS fails: that is not about the message', async () => {
    const unwilling = await senderTo({ onConnect: (_, done) => done(refusal(554)) });
    expect(await failure(send(unwilling))).toBeInstanceOf(ServerDown);
    const smtp = await startFaultySmtp({ tlsFailures: 1 });
    closing.push(() => void smtp.close());
    const sender = createSmtpSender(smtp.smtpUrl);
    closing.push(() => sender.close());
    expect(await failure(send(sender))).toBeInstanceOf(ServerDown);
    // Never in the clear instead: that is for the operator to allow.
    expect(smtp.transactions).toEqual([]);
    expect((await send(sender)).response).toMatch(/^250/);
  });
});
