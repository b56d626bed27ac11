import { generateKeyPairSync } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { checkDkim, checkDmarc, checkSpf } from '../../../adapters/mail/dkim/check.ts';
import { dkimKeyOf, newDkimKey } from '../../../adapters/mail/dkim/key.ts';
import { dkimRecord, zoneLine } from '../../../adapters/mail/dkim/records.ts';
import { createDkimSigner, signingDomainFor } from '../../../adapters/mail/dkim/signer.ts';
import { startTestDns, type TestDns } from '../../support/dns-server.ts';
import { KINDS, viewOf } from './support.ts';

const rsa = dkimKeyOf(newDkimKey());

let dns: TestDns;
const resolver = new Resolver({ timeout: 2_000, tries: 1 });
const lookUp = (name: string) => resolver.resolveTxt(name);
beforeAll(async () => {
  dns = await startTestDns();
  resolver.setServers([dns.address]);
});
afterAll(() => dns?.stop());
beforeEach(() => {
  dns.zone.clear();
  dns.failing.clear();
});

/** As a zone file's line is read: the strings between the quotes. */
const strings = (line: string) => [...line.matchAll(/"([^"]*)"/g)].map(([, text]) => text!);
const publish = (key: typeof rsa, domain = 'parley.test') => {
  const record = dkimRecord(domain, 'parley', key);
  dns.zone.set(record.name, [strings(zoneLine(record))]);
};
const verify = (raw: Buffer) =>
  dkimVerify(raw, { resolver: (name, type) => resolver.resolve(name, type ?? 'TXT') as never });

describe('a message that is signed', () => {
  const sign = createDkimSigner({ key: rsa, selector: 'parley' });
  const composer = createMailComposer(undefined, { sign });

  it.each(KINDS)(
    'of kind %s and method %s is found genuine by the record that is published',
    async (kind, method) => {
      publish(rsa);
      const view = viewOf(kind, method);
      view.answerTo.mail = 'scheduling+rx@parley.test';
      const { raw } = await composer.compose(view);
      const { results } = await verify(raw);
      expect(results).toHaveLength(1);
      expect(results[0]).toMatchObject({
        signingDomain: 'parley.test',
        status: { result: 'pass', aligned: 'parley.test' },
      });
      const signed = /[;\s]h=([^;]+);/.exec(raw.toString())![1]!.replace(/\s/g, '').toLowerCase().split(':');
      expect(signed.sort()).toEqual(
        [
          'from',
          'to',
          'reply-to',
          'subject',
          'date',
          'message-id',
          'mime-version',
          'content-type',
          'auto-submitted',
        ].sort(),
      );
    },
  );

  it('has the same bytes again', async () => {
    const view = viewOf('invitation', 'REQUEST');
    const one = await composer.compose(view);
    expect((await composer.compose(structuredClone(view))).raw.equals(one.raw)).toBe(true);
    expect(one.raw.toString()).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/relaxed;/);
  });

  it.each([
    [
      'body',
      (text: string) =>
        text.replace('BEGIN:VEVENT', 'BEGIN:VJOURNAL').replace(/(\r\n\r\n[\s\S]{400})./, '$1#'),
    ],
    ['subject', (text: string) => text.replace(/^Subject: /m, 'Subject: Re ')],
    ['reply address', (text: string) => text.replace('Reply-To: ', 'Reply-To: eve@example.com, ')],
  ])('is not genuine any more with another %s', async (_what, change) => {
    publish(rsa);
    const view = viewOf('invitation', 'REQUEST');
    view.answerTo.mail = 'scheduling+rx@parley.test';
    const { raw } = await composer.compose(view);
    const changed = change(raw.toString('latin1'));
    expect(changed).not.toBe(raw.toString('latin1'));
    const { results } = await verify(Buffer.from(changed, 'latin1'));
    expect(results[0]?.status.result).not.toBe('pass');
  });
});

describe('the domain that signs', () => {
  it.each([
    ['scheduling@parley.test', undefined, 'parley.test'],
    ['scheduling@Mail.Parley.test', 'parley.test', 'parley.test'],
    ['scheduling@parley.test', 'Parley.test', 'parley.test'],
    ['scheduling@parley.test', 'mail.parley.test', null],
    ['scheduling@notparley.test', 'parley.test', null],
    ['scheduling@bücher.example', undefined, 'xn--bcher-kva.example'],
  ])('for %s with DKIM_DOMAIN %s is %s', (from, configured, domain) => {
    expect(signingDomainFor(from, configured)).toBe(domain);
  });

  it('leaves a message as it is that it must not sign', async () => {
    const sign = createDkimSigner({ key: rsa, selector: 'parley', domain: 'example.com' });
    const view = viewOf('invitation', 'REQUEST');
    const { raw } = await createMailComposer().compose(view);
    expect((await createMailComposer(undefined, { sign }).compose(view)).raw.equals(raw)).toBe(true);
  });
});

describe('a key', () => {
  it('of another type, or too short, is refused', () => {
    const pem = (pair: { privateKey: { export(options: object): string | Buffer } }) =>
      pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    expect(() => dkimKeyOf(pem(generateKeyPairSync('ec', { namedCurve: 'P-256' })))).toThrow();
    expect(() => dkimKeyOf(pem(generateKeyPairSync('ed25519')))).toThrow('RSA');
    expect(() => dkimKeyOf(pem(generateKeyPairSync('rsa', { modulusLength: 512 })))).toThrow();
    expect(() => dkimKeyOf('nothing')).toThrow();
  });
});

describe('a look at the DNS', () => {
  const wanted = dkimRecord('parley.test', 'parley', rsa);
  const withKey = (value: string) => dns.zone.set(wanted.name, [strings(zoneLine({ ...wanted, value }))]);

  it('finds the key that is published, in strings of at most 255 octets', async () => {
    const line = zoneLine(wanted);
    expect(strings(line).length).toBeGreaterThan(1);
    for (const text of strings(line)) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(255);
    publish(rsa);
    expect(await checkDkim(wanted, lookUp)).toMatchObject({ state: 'right' });
  });

  it.each([
    ['missing', () => undefined],
    ['different', () => withKey('v=DKIM1; k=rsa; p=AAAA')],
    ['different', () => withKey('v=DKIM1; k=rsa; p=')],
    ['different', () => withKey('v=DKIM1; k=rsa')],
    ['different', () => withKey(`v=DKIM2; k=rsa; p=${rsa.publicKey}`)],
    ['different', () => withKey(`v=DKIM1; k=ed25519; p=${rsa.publicKey}`)],
    ['different', () => dns.zone.set(wanted.name, [['v=DKIM1; p=A'], ['v=DKIM1; p=B']])],
    ['right', () => withKey(`k=rsa; p=${rsa.publicKey.replace(/(.{40})/g, '$1 ')}`)],
    ['unknown', () => dns.failing.add(wanted.name)],
  ])('says of the key that it is %s', async (state, prepare) => {
    prepare();
    expect(await checkDkim(wanted, lookUp)).toMatchObject({ kind: 'DKIM', state });
  });

  it.each([
    ['missing', []],
    ['missing', [['other'], ['v=spf10 -all']]],
    ['right', [['google-site-verification=1'], ['v=spf1 mx ', '-all']]],
    ['different', [['v=spf1 mx -all'], ['v=spf1 a -all']]],
    ['different', [['v=spf1 mx +all']]],
    ['different', [['v=spf1 mx all']]],
  ])('says of SPF that it is %s with %j', async (state, records) => {
    dns.zone.set('parley.test', records);
    expect(await checkSpf('parley.test', lookUp)).toMatchObject({ kind: 'SPF', state });
  });

  it.each([
    ['missing', '_dmarc.other.test', [['v=DMARC1; p=none']]],
    ['right', '_dmarc.mail.parley.test', [['v=DMARC1; p=none']]],
    ['right', '_dmarc.parley.test', [['v=DMARC1;p=reject']]],
    ['missing', '_dmarc.test', [['v=DMARC1; p=reject']]],
    ['different', '_dmarc.mail.parley.test', [['v=DMARC1; rua=mailto:x@parley.test']]],
    ['different', '_dmarc.mail.parley.test', [['v=DMARC1; p=none'], ['v=DMARC1; p=reject']]],
  ])('says of DMARC that it is %s with a record at %s', async (state, name, records) => {
    dns.zone.set(name, records);
    expect(await checkDmarc('mail.parley.test', lookUp)).toMatchObject({ kind: 'DMARC', state });
  });
});
