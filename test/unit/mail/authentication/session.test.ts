import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { parseMime } from '../../../../adapters/mail/parse-mime.ts';
import { createMailAuthenticator } from '../../../../adapters/mail/authentication/authenticator.ts';
import { authenticate, CLIENT, dnsError, dnsOf, KEY_RECORD, letter, signed, type Zone } from './support.ts';

const KEY = { 's1._domainkey.example.org': KEY_RECORD };
const SPF = { 'example.org': 'v=spf1 ip4:192.0.2.10 -all' };
const NOT_FROM_THERE = { 'example.org': 'v=spf1 ip4:198.51.100.1 -all' };
const dmarc = (record: string, domain = 'example.org'): Zone => ({
  [`_dmarc.${domain}`]: `v=DMARC1; ${record}`,
});

describe('over SMTP', () => {
  it('SPF, DKIM and DMARC pass: aligned', async () => {
    const zone = { ...KEY, ...SPF, ...dmarc('p=reject') };
    expect(await authenticate(await signed(letter()), { zone })).toEqual({
      source: 'session',
      spf: 'pass',
      dkim: 'pass',
      dmarc: 'pass',
      arc: 'none',
      aligned: true,
      policy: 'reject',
    });
  });

  it('SPF alone is enough', async () => {
    const found = await authenticate(letter(), { zone: { ...SPF, ...dmarc('p=none') } });
    expect(found).toMatchObject({ spf: 'pass', dkim: 'none', dmarc: 'pass', aligned: true, policy: 'none' });
  });

  it('DKIM alone is enough', async () => {
    const zone = { ...KEY, ...NOT_FROM_THERE, ...dmarc('p=reject') };
    const found = await authenticate(await signed(letter()), { zone });
    expect(found).toMatchObject({ spf: 'fail', dkim: 'pass', dmarc: 'pass', aligned: true });
  });

  it('without any DMARC record alignment still counts', async () => {
    const found = await authenticate(await signed(letter()), { zone: KEY });
    expect(found).toMatchObject({ dkim: 'pass', dmarc: 'none', aligned: true, policy: null });
  });

  it('no records at all: nothing is known, and nothing has failed', async () => {
    expect(await authenticate(letter())).toEqual({
      source: 'session',
      spf: 'none',
      dkim: 'none',
      dmarc: 'none',
      arc: 'none',
      aligned: false,
      policy: null,
    });
  });

  it('SPF fails and the domain wants that refused', async () => {
    const found = await authenticate(letter(), { zone: { ...NOT_FROM_THERE, ...dmarc('p=reject') } });
    expect(found).toMatchObject({ spf: 'fail', dmarc: 'fail', aligned: false, policy: 'reject' });
  });

  it('a policy for a part of the mail is one step softer', async () => {
    const found = await authenticate(letter(), { zone: { ...NOT_FROM_THERE, ...dmarc('p=reject; pct=10') } });
    expect(found).toMatchObject({ dmarc: 'fail', policy: 'quarantine' });
  });

  it('a subdomain has the policy that the organization publishes for it', async () => {
    const from = 'gus@mail.example.org';
    const found = await authenticate(letter({ from }), { zone: dmarc('p=none; sp=reject') });
    expect(found).toMatchObject({ dmarc: 'fail', policy: 'reject' });
  });

  it('MAIL FROM of a stranger who passes SPF for itself proves nothing about From', async () => {
    const zone = { 'evil.example': 'v=spf1 ip4:192.0.2.10 -all', ...dmarc('p=quarantine') };
    const found = await authenticate(letter(), { zone, sender: 'x@evil.example' });
    expect(found).toMatchObject({ spf: 'pass', dmarc: 'fail', aligned: false, policy: 'quarantine' });
  });

  it('a null reverse-path is checked by its HELO', async () => {
    const zone = { 'mx.example.org': 'v=spf1 a -all', 'A mx.example.org': ['192.0.2.10'] };
    const found = await authenticate(letter(), { zone, sender: null });
    expect(found).toMatchObject({ spf: 'pass', aligned: true });
  });
});

describe('alignment', () => {
  const from = 'gus@sales.example.co.uk';
  const key = { 's1._domainkey.mail.example.co.uk': KEY_RECORD };

  it('relaxed: another host of the same organization', async () => {
    const raw = await signed(letter({ from }), 'mail.example.co.uk');
    const found = await authenticate(raw, { zone: { ...key, ...dmarc('p=reject', 'example.co.uk') } });
    expect(found).toMatchObject({ dkim: 'pass', dmarc: 'pass', aligned: true });
  });

  it('strict, when the domain wants it: this very domain only', async () => {
    const raw = await signed(letter({ from }), 'mail.example.co.uk');
    const zone = { ...key, ...dmarc('p=reject; adkim=s', 'example.co.uk') };
    expect(await authenticate(raw, { zone })).toMatchObject({ dkim: 'pass', dmarc: 'fail', aligned: false });
  });

  it('a public suffix is no organization', async () => {
    const raw = await signed(letter({ from: 'gus@one.co.uk' }), 'two.co.uk');
    const found = await authenticate(raw, { zone: { 's1._domainkey.two.co.uk': KEY_RECORD } });
    expect(found).toMatchObject({ dkim: 'pass', aligned: false });
  });

  it('customers of one host are strangers to each other', async () => {
    const raw = await signed(letter({ from: 'gus@one.github.io' }), 'two.github.io');
    const found = await authenticate(raw, { zone: { 's1._domainkey.two.github.io': KEY_RECORD } });
    expect(found).toMatchObject({ dkim: 'pass', aligned: false });
  });

  it('an internationalized domain is the same in either writing', async () => {
    const raw = await signed(letter({ from: 'gus@bücher.example' }), 'xn--bcher-kva.example');
    const found = await authenticate(raw, { zone: { 's1._domainkey.xn--bcher-kva.example': KEY_RECORD } });
    expect(found).toMatchObject({ aligned: true });
  });
});

describe('a signature', () => {
  it('of a body that was changed fails', async () => {
    const raw = await signed(letter());
    const changed = Buffer.from(raw.toString('latin1').replace('Yes.', 'No.'), 'latin1');
    const found = await authenticate(changed, { zone: { ...KEY, ...dmarc('p=reject') } });
    expect(found).toMatchObject({ dkim: 'fail', dmarc: 'fail', aligned: false });
  });

  it('of a From that was changed fails', async () => {
    const raw = (await signed(letter())).toString('latin1').replace('Gus <', 'Gustav <');
    const found = await authenticate(Buffer.from(raw, 'latin1'), { zone: KEY });
    expect(found).toMatchObject({ dkim: 'fail', aligned: false });
  });

  it('of a part of the body proves nothing when more follows', async () => {
    const raw = await signed(letter(), 'example.org', { maxBodyLength: 4 });
    const found = await authenticate(Buffer.concat([raw, Buffer.from('BEGIN:VCALENDAR\r\n')]), { zone: KEY });
    expect(found).toMatchObject({ dkim: 'none', aligned: false });
  });

  it('that leaves From out proves nothing', async () => {
    const raw = await signed(letter(), 'example.org', { headerList: 'Subject:Date' });
    expect(await authenticate(raw, { zone: KEY })).toMatchObject({ dkim: 'neutral', aligned: false });
  });

  it('with SHA-1 proves nothing', async () => {
    const raw = await signed(letter(), 'example.org', { algorithm: 'rsa-sha1' });
    expect(await authenticate(raw, { zone: KEY })).toMatchObject({ dkim: 'none', aligned: false });
  });

  it('after a second From was put in proves nothing', async () => {
    const raw = await signed(letter());
    const doubled = Buffer.concat([Buffer.from('From: boss@example.org\r\n'), raw]);
    const found = await authenticate(doubled, { zone: { ...KEY, ...SPF } });
    expect(found).toMatchObject({ dmarc: 'permerror', aligned: false });
  });

  it.each([
    ['a second field', '\r\nFrom: boss@example.org'],
    ['a field with a space in its name', '\r\nFrom : boss@example.org'],
    ['a field of capitals', '\nFROM: boss@example.org'],
    ['a bare line feed', '\nFrom: boss@example.org'],
    ['a line feed and a carriage return', '\n\rFrom: boss@example.org'],
    ['two carriage returns', '\r\r\nFrom: boss@example.org'],
    ['a vertical tab', '\r\n\vFrom: boss@example.org'],
    ['a form feed', '\r\n\fFrom: boss@example.org'],
    ['a no-break space', '\r\n\xa0From: boss@example.org'],
    ['a bare carriage return', '\rFrom: boss@example.org'],
  ])('of one person does not cover another of the same domain, put in behind %s', async (_name, smuggled) => {
    const raw = (await signed(letter({ headers: ['X-Last: x'] }))).toString('latin1');
    for (const before of ['X-Last: x', 'Message-ID: <1@example.org>']) {
      const changed = Buffer.from(raw.replace(before, `${before}${smuggled}`), 'latin1');
      const found = await authenticate(changed, { zone: KEY });
      const { from } = await parseMime(changed);
      expect(found.aligned && from !== 'gus@example.org').toBe(false);
    }
  });

  it('beyond the twentieth is not looked at', async () => {
    const bad = 'DKIM-Signature: v=1; a=rsa-sha256; d=evil.example; s=x; h=from; bh=AA==; b=AA==\r\n';
    const raw = await signed(letter());
    const zone = { ...KEY };
    const few = Buffer.concat([Buffer.from(bad.repeat(19)), raw]);
    expect(await authenticate(few, { zone })).toMatchObject({ dkim: 'pass', aligned: true });
    const many = Buffer.concat([Buffer.from(bad.repeat(700)), raw]);
    expect(await authenticate(many, { zone })).toMatchObject({ dkim: 'fail', aligned: false });
  });
});

describe('when DNS fails', () => {
  it('for a while, nothing has failed yet', async () => {
    const zone = {
      'example.org': dnsError('ETIMEOUT'),
      's1._domainkey.example.org': dnsError('ESERVFAIL'),
      '_dmarc.example.org': 'v=DMARC1; p=reject',
    };
    const found = await authenticate(await signed(letter()), { zone });
    expect(found).toMatchObject({ spf: 'temperror', dkim: 'temperror', dmarc: 'temperror', aligned: false });
  });

  it('a server that never answers is not waited for', async () => {
    const authenticator = createMailAuthenticator({
      authservIds: [],
      trustedSealers: [],
      resolver: () => new Promise(() => {}),
      timeLimitMs: 50,
    });
    const message = { raw: await signed(letter()), door: 'smtp' as const, session: CLIENT };
    const found = await authenticator.authenticate({ ...message, envelope: { from: 'gus@example.org' } });
    expect(found).toMatchObject({ spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' });
  });

  it('a sender cannot make Parley ask without end', async () => {
    const dns = dnsOf({});
    const endless = async (name: string, type: string): Promise<unknown> => {
      void dns(name, type).catch(() => {});
      await wait(0);
      if (type === 'MX')
        return Array.from({ length: 10 }, (_, n) => ({ exchange: `${n}.${name}`, priority: n }));
      if (type !== 'TXT') return ['198.51.100.7'];
      return [
        [`v=spf1 ${Array.from({ length: 9 }, (_, n) => `mx:m${n}.${name}`).join(' ')} include:n.${name}`],
      ];
    };
    const bounded = createMailAuthenticator({
      authservIds: [],
      trustedSealers: [],
      resolver: endless,
      mostLookups: 30,
    });
    const found = await bounded.authenticate({
      raw: letter(),
      door: 'smtp',
      envelope: { from: 'gus@example.org' },
      session: CLIENT,
    });
    expect(found.aligned).toBe(false);
    expect(found.spf).toMatch(/error$/);
    expect(dns.asked.length).toBeLessThanOrEqual(30);
  });

  it('whatever a resolver throws, the answer is an answer', async () => {
    const authenticator = createMailAuthenticator({
      authservIds: [],
      trustedSealers: [],
      resolver: () => {
        throw new TypeError('broken');
      },
    });
    const message = { raw: await signed(letter()), door: 'smtp' as const, session: CLIENT };
    const found = await authenticator.authenticate({ ...message, envelope: { from: 'gus@example.org' } });
    expect(found).toMatchObject({ spf: 'temperror', dkim: 'temperror', aligned: false });
  });
});

describe('a webhook without the client’s address', () => {
  const asked = { door: 'webhook' as const, session: null, sender: null };

  it('is believed for a signature of its own', async () => {
    const found = await authenticate(await signed(letter()), {
      ...asked,
      zone: { ...KEY, ...dmarc('p=reject') },
    });
    expect(found).toMatchObject({
      source: 'session',
      spf: 'none',
      dkim: 'pass',
      dmarc: 'pass',
      aligned: true,
    });
  });

  it('does not fail DMARC for what nobody could look at', async () => {
    const raw = await signed(letter(), 'other.example');
    const zone = { 's1._domainkey.other.example': KEY_RECORD, ...dmarc('p=reject') };
    const found = await authenticate(raw, { ...asked, zone });
    expect(found).toMatchObject({ source: 'session', dkim: 'pass', dmarc: 'none', aligned: false });
  });

  it('without any signature is from nobody', async () => {
    const found = await authenticate(letter(), { ...asked, zone: { ...SPF, ...dmarc('p=reject') } });
    expect(found).toMatchObject({ source: 'nobody', aligned: false });
  });

  it('does not believe what stands in the message about itself', async () => {
    const headers = [
      'Authentication-Results: mx.parley.test; dmarc=pass header.from=example.org',
      'X-Mailgun-Spf: Pass',
    ];
    const found = await authenticate(letter({ headers }), { ...asked, authservIds: ['mx.parley.test'] });
    expect(found).toMatchObject({ source: 'nobody', aligned: false });
  });
});

it('with line feeds only, or mixed, a message is the same', async () => {
  const raw = (await signed(letter())).toString('latin1');
  for (const text of [raw.replaceAll('\r\n', '\n'), raw.replace('\r\n\r\n', '\n\r\n')]) {
    const found = await authenticate(Buffer.from(text, 'latin1'), { zone: { ...KEY, ...SPF } });
    expect(found).toMatchObject({ dkim: 'pass', spf: 'pass', aligned: true });
  }
});

it('a message that takes too long to hash is given up', async () => {
  const authenticator = createMailAuthenticator({
    authservIds: [],
    trustedSealers: [],
    resolver: dnsOf(KEY),
    timeLimitMs: 5,
  });
  const found = await authenticator.authenticate({
    raw: await signed(letter({ body: `${'x'.repeat(20)}\r\n`.repeat(390_000) })),
    door: 'smtp',
    envelope: { from: 'gus@example.org' },
    session: CLIENT,
  });
  expect(found).toMatchObject({ dkim: 'temperror', aligned: false });
});

it('a header of a megabyte is not looked at', async () => {
  const headers = [`X-Long: ${'x'.repeat(1_000_000)}`];
  expect(await authenticate(letter({ headers }), { zone: SPF })).toMatchObject({ source: 'nobody' });
});
