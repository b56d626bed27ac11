import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { requireOwnMachine } from '../../workers/embedded/exposure.ts';
import { ConfigError, loadConfig } from '../../config/index.ts';
import type { EmbeddedStack } from '../../workers/embedded/stack.ts';
import { withEmbedded } from '../../workers/embedded/with-embedded.ts';
import { BUDGETS } from '../support/budgets.ts';

const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const KEY = p256.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const RSA = generateKeyPairSync('rsa', { modulusLength: 1024 });
const RSA_KEY = RSA.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

const incoming = (env: Record<string, string>) => loadConfig(env).incomingMail;

describe('mail that comes in', () => {
  it('is checked, and taken for the tenants’ domains, unless told otherwise', () => {
    expect(incoming({})).toEqual({
      largestMessageBytes: 31_457_280,
      tls: undefined,
      lmtpPort: undefined,
      recipientDomains: 'tenants',
      trustedRelays: [],
      auth: { mode: 'enforce', modeIsDefault: true, authservIds: [], trustedSealers: [], dnsServers: [] },
      providers: { mailgunSigningKey: undefined, sendgridPublicKeys: undefined },
    });
  });

  it('is arranged from lists', () => {
    const found = incoming({
      MAIL_DOMAINS: 'a.example, B.example',
      TRUSTED_RELAYS: '10.0.0.0/8,192.0.2.1, 2001:db8::/32',
      MAIL_AUTH: 'report',
      MAIL_AUTHSERV_IDS: 'mx1,mx.a.example',
      DNS_SERVERS: '192.0.2.53,192.0.2.53:5353,2001:db8::53,[2001:db8::53]:5353',
      SENDGRID_PUBLIC_KEY: `${KEY},${KEY}`,
      LMTP_PORT: '2424',
    });
    expect(found).toMatchObject({
      recipientDomains: ['a.example', 'B.example'],
      trustedRelays: ['10.0.0.0/8', '192.0.2.1', '2001:db8::/32'],
      auth: { mode: 'report', modeIsDefault: false, authservIds: ['mx1', 'mx.a.example'] },
      providers: { sendgridPublicKeys: [KEY, KEY] },
      lmtpPort: 2424,
    });
    expect(found.auth.dnsServers).toHaveLength(4);
    expect(incoming({ MAIL_DOMAINS: '*' }).recipientDomains).toBe('any');
  });

  it.each([
    ['MAIL_DOMAINS', 'a b'],
    ['MAIL_DOMAINS', ','],
    ['TRUSTED_RELAYS', '10.0.0.0/33'],
    ['TRUSTED_RELAYS', '10.0.0.0/8/8'],
    ['TRUSTED_RELAYS', 'relay.example'],
    ['MAIL_AUTH', 'yes'],
    ['MAIL_AUTHSERV_IDS', 'a;b'],
    ['DNS_SERVERS', 'dns.example'],
    ['DNS_SERVERS', '192.0.2.53:0'],
    ['LMTP_PORT', '65536'],
    ['MAILGUN_SIGNING_KEY', 'short'],
    ['SENDGRID_PUBLIC_KEY', 'AAAA'],
    ['SENDGRID_PUBLIC_KEY', RSA_KEY],
    ['SMTP_IN_TLS_CERT_FILE', '/a/cert.pem'],
  ])('%s=%s is a problem that is named', (name, value) => {
    const problem = (() => {
      try {
        return loadConfig({ [name]: value });
      } catch (error) {
        return error;
      }
    })();
    expect(problem).toBeInstanceOf(ConfigError);
    const named = name === 'SMTP_IN_TLS_CERT_FILE' ? 'SMTP_IN_TLS_KEY_FILE' : name;
    expect((problem as ConfigError).problems.join()).toContain(`${named}:`);
  });
});

describe('the embedded start', () => {
  const stack = { databaseUrl: 'postgres://x', temporalAddress: 'x', smtpUrl: 'smtp://x', secretKey: 'x' };
  const embedded = (env: Record<string, string>, catches: boolean) =>
    withEmbedded(loadConfig(env), { ...stack, catches } as unknown as EmbeddedStack).incomingMail;

  it('checks nobody and takes all mail while its own catcher keeps it on this machine', () => {
    expect(embedded({}, true)).toMatchObject({ recipientDomains: 'any', auth: { mode: 'off' } });
  });

  it('does what it is told all the same', () => {
    const found = embedded({ MAIL_AUTH: 'enforce', MAIL_DOMAINS: 'a.example' }, true);
    expect(found).toMatchObject({ recipientDomains: ['a.example'], auth: { mode: 'enforce' } });
  });

  it('checks senders when mail leaves through a real server', () => {
    const found = embedded({ SMTP_URL: 'smtp://mx.example' }, false);
    expect(found).toMatchObject({ recipientDomains: 'tenants', auth: { mode: 'enforce' } });
  });
});

describe('while our own catcher takes the mail', () => {
  const problemsOf = (env: Record<string, string>): readonly string[] => {
    try {
      requireOwnMachine(loadConfig(env));
      return [];
    } catch (error) {
      return (error as ConfigError).problems;
    }
  };

  it.each(['127.0.0.1', 'localhost', '::1', '127.8.9.10', '[::1]'])('HOST=%s is this machine', (HOST) => {
    expect(problemsOf({ HOST, SMTP_IN_HOST: HOST })).toEqual([]);
  });

  it.each([
    '0.0.0.0',
    '::',
    '192.168.1.2',
    '10.0.0.1',
    'parley.example',
    '127.0.0.1.evil.example',
    'localhost.example',
  ])('HOST=%s would show everybody’s mail to others, and nothing starts', (HOST) => {
    expect(problemsOf({ HOST })).toEqual([expect.stringMatching(/^HOST: .*SMTP_URL.*DEV_MAILBOX=off/)]);
    expect(problemsOf({ HOST, DEV_MAILBOX: 'off' })).toEqual([]);
    expect(problemsOf({ HOST, SMTP_URL: 'smtp://mx.example' })).toEqual([]);
    expect(problemsOf({ SMTP_IN_HOST: HOST })).toEqual([expect.stringMatching(/^SMTP_IN_HOST: .*SMTP_URL/)]);
    expect(problemsOf({ SMTP_IN_HOST: HOST, DEV_MAILBOX: 'off' })).toHaveLength(1);
  });

  it('mail is taken on this machine alone, wherever the pages are', () => {
    const stack = { databaseUrl: 'postgres://x', temporalAddress: 'x', smtpUrl: 'smtp://x', catches: true };
    const config = loadConfig({ HOST: '0.0.0.0', DEV_MAILBOX: 'off' });
    expect(withEmbedded(config, stack as unknown as EmbeddedStack).smtpIn.host).toBe('127.0.0.1');
  });
});

describe('what one attendee may cause a day', () => {
  it('is what tests take for it, and can be changed', () => {
    expect(loadConfig({})).toMatchObject({ budgets: BUDGETS, notesPauseMs: 60_000 });
    const changed = {
      BUDGET_PROPOSALS_PER_DAY: '1',
      BUDGET_LINKS_PER_DAY: '2',
      BUDGET_REFRESHES_PER_DAY: '3',
      BUDGET_QUESTIONS_PER_DAY: '4',
      NOTES_PAUSE_SECONDS: '0',
    };
    expect(loadConfig(changed)).toMatchObject({
      budgets: { proposals: 1, links: 2, refreshes: 3, questions: 4 },
      notesPauseMs: 0,
    });
    expect(() => loadConfig({ BUDGET_LINKS_PER_DAY: '0' })).toThrow('BUDGET_LINKS_PER_DAY');
  });
});
