import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import { generate } from 'selfsigned';
import { SMTPServer } from 'smtp-server';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../adapters/clock.ts';
import { clockFinding, temporalClockCheck } from '../../adapters/health/clock.ts';
import type { Check } from '../../adapters/health/run-checks.ts';
import { mailDnsCheck } from '../../adapters/health/mail-dns.ts';
import { mailboxChecks, smtpCheck } from '../../adapters/health/mail.ts';
import { temporalCheck } from '../../adapters/health/temporal.ts';
import { dkimKeyOf, newDkimKey } from '../../adapters/mail/dkim/key.ts';
import { dkimRecord } from '../../adapters/mail/dkim/records.ts';
import { createImapReader } from '../../adapters/mail/imap/reader.ts';
import type { MailboxConfig } from '../../config/index.ts';
import { deliverByLmtp } from '../support/mail-servers/deliver.ts';
import { sharedDovecot } from '../support/mail-servers/shared.ts';
import { requireTool } from '../support/require-tool.ts';
import { testService, tryService } from '../support/services.ts';
import { mailboxOf } from './support/mailbox-of.ts';
import { numbered } from './support/taken.ts';

const { missing } = await tryService('dovecot');

const stops: (() => unknown)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

const codesOf = async (check: Check): Promise<string[]> =>
  (await check.look(new AbortController().signal)).map(({ code }) => code);

async function smtpUrlOf(server: SMTPServer, protocol: 'smtp' | 'smtps'): Promise<string> {
  stops.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  return `${protocol}://desk:hush@127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

describe('the server that mail leaves through', () => {
  it.each(['smtp', 'smtps'] as const)('with a certificate that nobody vouches for, over %s', async (how) => {
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'mx.elsewhere.test' }]);
    const server = new SMTPServer({ cert, key, secure: how === 'smtps' });
    // What the client breaks off is no error of the test.
    server.on('error', () => undefined);
    const settings = { smtpUrl: await smtpUrlOf(server, how), requireTls: true };
    expect(await codesOf(smtpCheck(settings, false))).toEqual(['smtp-bad-certificate']);
  });

  it('that knows neither user nor password, or knows both', async () => {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) =>
        password === 'hush' ? done(null, { user: 'desk' }) : done(new Error('no')),
    });
    const smtpUrl = await smtpUrlOf(server, 'smtp');
    const wrong = smtpUrl.replace('hush', 'wrong');
    expect(await codesOf(smtpCheck({ smtpUrl: wrong, requireTls: false }, false))).toEqual([
      'smtp-login-refused',
    ]);
    expect(await codesOf(smtpCheck({ smtpUrl, requireTls: false }, false))).toEqual(['smtp-fine']);
  });
});

requireTool('dovecot', missing)('a mailbox', () => {
  const checkOf = (mailbox: MailboxConfig): Check => {
    const reader = createImapReader(mailbox, {
      clock: systemClock,
      log: pino({ level: 'silent' }),
      refreshTokens: () => ({ newest: () => Promise.reject(new Error()), rotated: () => Promise.resolve() }),
    });
    return mailboxChecks([{ name: 'desk', reader }])[0]!;
  };

  it('lets in with its password and its folder, and nothing in it changes', async () => {
    const server = await sharedDovecot();
    const address = `${randomUUID()}@parley.test`;
    await deliverByLmtp(server.lmtpPort, numbered(1, address));
    expect(await codesOf(checkOf(mailboxOf(server, address)))).toEqual(['mailbox-fine']);
    const wrong = mailboxOf(server, address, { auth: { password: 'wrong' } });
    expect(await codesOf(checkOf(wrong))).toEqual(['mailbox-login-refused']);
    const elsewhere = mailboxOf(server, address, { folder: 'Nowhere' });
    expect(await codesOf(checkOf(elsewhere))).toEqual(['mailbox-no-folder']);
  });
});

describe('Temporal', () => {
  it('without a namespace, and with one that lacks its search attributes', async () => {
    const connection = await Connection.connect({ address: await testService('temporal') });
    stops.push(() => connection.close());
    const namespace = `bare-${randomUUID()}`;
    const check = temporalCheck({ client: new Client({ connection, namespace }) });
    expect(await codesOf(check)).toEqual(['temporal-no-namespace']);
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
    });
    await expect.poll(() => codesOf(check)).toEqual(['temporal-fine', 'attributes-missing']);
  });
});

describe('the DNS of a domain', () => {
  const key = dkimKeyOf(newDkimKey());
  const record = dkimRecord('parley.test', 'parley', key);
  const found = (zone: Record<string, string[][]>, signs = true) =>
    codesOf(
      mailDnsCheck({
        ...{ catches: false, selector: 'parley', signingDomain: undefined },
        key: () => (signs ? key : null),
        domains: () => Promise.resolve(['parley.test']),
        lookUp: (name) =>
          zone[name]
            ? Promise.resolve(zone[name])
            : Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
      }),
    );
  const all = {
    [record.name]: [[record.value]],
    'parley.test': [['v=spf1 mx -all']],
    '_dmarc.parley.test': [['v=DMARC1; p=reject']],
  };

  it('with all of its records', async () => {
    expect(await found(all)).toEqual(['dkim-fine', 'spf-fine', 'dmarc-fine']);
  });

  it('with none, with the key of another, and without a key of ours', async () => {
    expect(await found({})).toEqual(['dkim-missing', 'spf-missing', 'dmarc-missing']);
    const other = dkimRecord('parley.test', 'parley', dkimKeyOf(newDkimKey()));
    expect(await found({ ...all, [record.name]: [[other.value]] })).toContain('dkim-different');
    expect(await found(all, false)).toContain('dkim-no-key');
  });
});

describe('clocks', () => {
  it('that differ by more than seconds', () => {
    const asked = { before: 100_000, after: 100_400 };
    expect(clockFinding('PostgreSQL', 104_000, asked).code).toBe('clock-fine');
    expect(clockFinding('PostgreSQL', 94_000, asked)).toMatchObject({
      code: 'clock-differs',
      values: { seconds: 6 },
    });
    expect(clockFinding('PostgreSQL', 160_400, asked)).toMatchObject({ values: { seconds: 60 } });
  });

  it('of Temporal’s pages, by their Date', async () => {
    const server = createServer((_request, response) => {
      response.sendDate = false;
      response.writeHead(200, { date: new Date(Date.now() - 90_000).toUTCString() }).end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    stops.push(() => server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await codesOf(temporalClockCheck(url, Date.now))).toEqual(['clock-differs']);
    expect(await codesOf(temporalClockCheck(undefined, Date.now))).toEqual(['clock-unknown']);
  });
});
