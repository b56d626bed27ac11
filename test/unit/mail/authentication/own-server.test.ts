import { describe, expect, it } from 'vitest';
import { createMailAuthenticator } from '../../../../adapters/mail/authentication/authenticator.ts';
import { authenticate, dnsOf, KEY_RECORD, letter, sealed, signed, type Asked } from './support.ts';

const IDS = ['mx.parley.test'];
const OWN_HOP =
  'Received: from mail.example.org (mail.example.org [192.0.2.10])\r\n\tby mx.parley.test (Postfix) with ESMTPS; Fri, 20 Nov 2026 09:00:00 +0000';
const FOREIGN_HOP =
  'Received: from evil.example by mail.example.org (Postfix); Fri, 20 Nov 2026 08:59:00 +0000';
const results = (text: string, id = 'mx.parley.test') => `Authentication-Results: ${id};\r\n\t${text}`;
const PASS = results('dmarc=pass (p=reject dis=none) header.from=example.org');
const FAIL = results('dmarc=fail (p=quarantine dis=none) header.from=example.org');

/** Nothing of it may be looked up. */
const found = (headers: string[], asked: Asked = {}) =>
  authenticate(letter({ headers }), { door: 'imap', session: null, authservIds: IDS, ...asked });

describe('what our own server wrote', () => {
  it('is believed over IMAP, over LMTP, and from a trusted relay', async () => {
    for (const door of ['imap', 'lmtp', 'smtp'] as const) {
      expect(await found([PASS, OWN_HOP], { door })).toEqual({
        source: 'own-server',
        spf: 'none',
        dkim: 'none',
        dmarc: 'pass',
        arc: 'none',
        aligned: true,
        policy: 'reject',
      });
    }
  });

  it('is not looked at where Parley saw the client itself', async () => {
    const zone = { 'example.org': 'v=spf1 -all' };
    const asked = { door: 'smtp' as const, session: { clientAddress: '192.0.2.10', helo: 'x' }, zone };
    expect(await found([PASS], asked)).toMatchObject({ source: 'session', spf: 'fail', aligned: false });
  });

  it('stands above or below its own Received, as milters and others write it', async () => {
    expect(await found([OWN_HOP, PASS, FOREIGN_HOP])).toMatchObject({ aligned: true });
    expect(await found([OWN_HOP.replace('mx.', 'store.'), PASS, OWN_HOP])).toMatchObject({ aligned: true });
  });

  it('a failure is a failure, with the domain’s wish', async () => {
    expect(await found([FAIL])).toMatchObject({ dmarc: 'fail', aligned: false, policy: 'quarantine' });
  });

  it('without DMARC, SPF and DKIM are compared with From', async () => {
    expect(await found([results('spf=pass smtp.mailfrom=bounce@mail.example.org')])).toMatchObject({
      spf: 'pass',
      dmarc: 'none',
      aligned: true,
    });
    expect(await found([results('spf=pass smtp.mailfrom=evil.example')])).toMatchObject({ aligned: false });
    const signature = 'DKIM-Signature: v=1; a=rsa-sha256; d=sales.example.org; s=x; h=From:To; bh=x; b=x';
    expect(
      await found([
        results('dkim=fail header.d=example.org; dkim=pass header.i=@sales.example.org'),
        signature,
      ]),
    ).toMatchObject({ dkim: 'pass', aligned: true });
    expect(await found([results('dkim=fail header.d=example.org')])).toMatchObject({
      dkim: 'fail',
      aligned: false,
    });
    expect(await found([results('spf=temperror smtp.mailfrom=example.org')])).toMatchObject({
      spf: 'temperror',
    });
  });

  it('DMARC’s word is stronger than a signature that passed', async () => {
    const text = 'dkim=pass header.d=example.org; dmarc=fail header.from=example.org';
    expect(await found([results(text)])).toMatchObject({ dkim: 'pass', dmarc: 'fail', aligned: false });
  });

  it('about another From than the one that is read here says nothing', async () => {
    expect(await found([results('dmarc=pass header.from=evil.example')])).toMatchObject({ aligned: false });
    const two = letter({ headers: [PASS, 'From: boss@example.org'] });
    const asked = { door: 'imap' as const, session: null, authservIds: IDS };
    expect(await authenticate(two, asked)).toMatchObject({ aligned: false });
  });

  it('is known by any of its names, however written', async () => {
    const asked = { authservIds: ['other.test', 'MX.Parley.Test'] };
    expect(await found([PASS], asked)).toMatchObject({ aligned: true });
  });

  it('never makes Parley ask DNS', async () => {
    const dns = dnsOf({});
    const options = { resolver: dns, authservIds: IDS, trustedSealers: [] };
    const raw = await signed(letter({ headers: [PASS] }));
    const message = { raw, door: 'imap' as const, envelope: { from: 'gus@example.org' } };
    await createMailAuthenticator(options).authenticate({ ...message, session: null });
    expect(dns.asked).toEqual([]);
    await createMailAuthenticator(options).authenticate({ ...message, door: 'webhook', session: null });
    expect(dns.asked).not.toEqual([]);
  });
});

describe('what others wrote', () => {
  const nobody = { source: 'nobody', dmarc: 'none', aligned: false };

  it('under another id is not believed', async () => {
    const other = results('dmarc=pass header.from=example.org', 'mx.evil.example');
    expect(await found([other])).toMatchObject(nobody);
    expect(await found([other, FAIL])).toMatchObject({ source: 'own-server', dmarc: 'fail' });
  });

  it('under an id that only looks like ours is not believed', async () => {
    for (const id of [
      'mx.parley.test.evil.example',
      'mx.parley.testx',
      '(mx.parley.test) evil.example',
      '"a" mx.parley.test',
    ])
      expect(await found([results('dmarc=pass header.from=example.org', id)])).toMatchObject(nobody);
  });

  it('under our id, below ours, is not believed', async () => {
    expect(await found([FAIL, OWN_HOP, PASS])).toMatchObject({ dmarc: 'fail', aligned: false });
    expect(await found([FAIL, PASS])).toMatchObject({ dmarc: 'fail', aligned: false });
  });

  it('under our id, below the hop of a stranger, is not believed', async () => {
    expect(await found([OWN_HOP, FOREIGN_HOP, PASS])).toMatchObject(nobody);
  });

  it('a stranger’s hop that hides its name in a comment is still a stranger’s', async () => {
    for (const comment of ['(by mx.parley.test)', '(a (b) by mx.parley.test (c))']) {
      const hop = `Received: from a ${comment} by mail.example.org; Fri, 20 Nov 2026 08:59:00 +0000`;
      expect(await found([hop, PASS])).toMatchObject(nobody);
    }
  });

  it('counts for nothing while no id of ours is known', async () => {
    expect(await found([PASS], { authservIds: [] })).toMatchObject(nobody);
  });

  it('in a field that cannot be read is not believed', async () => {
    expect(
      await found(['Authentication-Results: mx.parley.test (; dmarc=pass header.from=example.org']),
    ).toMatchObject(nobody);
  });
});

describe('a forwarded message with an ARC seal', () => {
  const zone = { 's1._domainkey.list.example': KEY_RECORD, 's1._domainkey.relay.example': KEY_RECORD };
  const says = 'dkim=pass header.d=example.org; dmarc=pass header.from=example.org';
  const forwarded = {
    zone: { ...zone, '_dmarc.example.org': 'v=DMARC1; p=reject' },
    sender: 'list@list.example',
  };
  const trusted = { ...forwarded, trustedSealers: ['list.example'] };

  it('counts as aligned when the sealer is trusted and saw DMARC pass', async () => {
    const raw = await sealed(await signed(letter()), { sealer: 'list.example', says });
    expect(await authenticate(raw, trusted)).toMatchObject({ arc: 'pass', dmarc: 'fail', aligned: true });
  });

  it('of a sealer that is not trusted counts for nothing', async () => {
    const raw = await sealed(await signed(letter()), { sealer: 'list.example', says });
    expect(await authenticate(raw, forwarded)).toMatchObject({ arc: 'pass', dmarc: 'fail', aligned: false });
  });

  it('counts for nothing when the sealer saw DMARC fail, or pass for another domain', async () => {
    for (const saw of [
      'dmarc=fail header.from=example.org',
      'dmarc=pass header.from=evil.example',
      'dmarc=pass',
    ]) {
      const raw = await sealed(await signed(letter()), { sealer: 'list.example', says: saw });
      expect(await authenticate(raw, trusted)).toMatchObject({ arc: 'pass', aligned: false });
    }
  });

  it('counts for nothing when the message was changed after it was sealed', async () => {
    const raw = await sealed(await signed(letter()), { sealer: 'list.example', says });
    const changed = Buffer.from(raw.toString('latin1').replace('Yes.', 'No.'), 'latin1');
    expect(await authenticate(changed, trusted)).toMatchObject({ arc: 'fail', aligned: false });
  });

  it('sealed again by a stranger is what a stranger says', async () => {
    const first = await sealed(await signed(letter()), { sealer: 'list.example', says });
    const second = await sealed(first, { sealer: 'relay.example', says: 'arc=pass', cv: 'pass', i: 2 });
    expect(await authenticate(second, trusted)).toMatchObject({ arc: 'pass', aligned: false });
    const both = { ...trusted, trustedSealers: ['relay.example', 'list.example'] };
    expect(await authenticate(second, both)).toMatchObject({ arc: 'pass', aligned: true });
  });

  it('a signature of the author’s own stays one beside the seal', async () => {
    const raw = await sealed(await signed(letter()), { sealer: 'list.example', says });
    const keys = { ...zone, 's1._domainkey.example.org': KEY_RECORD };
    expect(await authenticate(raw, { zone: keys })).toMatchObject({
      arc: 'pass',
      dkim: 'pass',
      aligned: true,
    });
  });

  it('over IMAP our own server’s word about the chain is taken, and who is trusted is ours to say', async () => {
    const raw = await sealed(await signed(letter()), { sealer: 'list.example', says });
    const own = results('arc=pass (i=1); dmarc=fail (p=reject) header.from=example.org');
    const asked = { door: 'imap' as const, session: null, authservIds: IDS };
    const arrived = Buffer.concat([Buffer.from(`${own}\r\n`), raw]);
    expect(await authenticate(arrived, asked)).toMatchObject({ arc: 'pass', aligned: false });
    const found = await authenticate(arrived, { ...asked, trustedSealers: ['list.example'] });
    expect(found).toMatchObject({ source: 'own-server', arc: 'pass', dmarc: 'fail', aligned: true });
  });
});

describe('a field that may be forged', () => {
  const pass = 'dmarc=pass header.from=example.org';
  const nobody = { source: 'nobody', dmarc: 'none', aligned: false };
  const field = (value: string) => `Authentication-Results: ${value}`;

  it.each([
    ['an instance', `i=1; mx.parley.test; ${pass}`],
    ['quotes', `"mx.parley.test"; ${pass}`],
    ['quotes around a part', `mx."parley".test; ${pass}`],
    ['a version', `mx.parley.test 1; ${pass}`],
    ['another version', `mx.parley.test 2 ; ${pass}`],
    ['a comment before it', `(mx) mx.parley.test; ${pass}`],
    ['a comment, and a version', `mx.parley.test (one) 1; ${pass}`],
  ])('is not ours when its id has %s', async (_name, value) => {
    expect(await found([field(value)])).toMatchObject(nobody);
    expect(await found([field(value), FAIL])).toMatchObject({ source: 'own-server', dmarc: 'fail' });
  });

  it('is ours in capitals, folded and with comments behind the id', async () => {
    for (const value of [
      `MX.PARLEY.TEST;\r\n\t${pass}`,
      `\r\n mx.parley.test (Postfix; (nested) 1);\r\n ${pass}`,
      `mx.parley.test ; DMARC = Pass (p=none) header . from = example.org ;`,
    ]) {
      expect(await found([field(value)]), value).toMatchObject({ dmarc: 'pass', aligned: true });
      expect(await found([`AUTHENTICATION-RESULTS : ${value}`]), value).toMatchObject({ aligned: true });
    }
  });

  it.each([
    ['a comment that never ends', 'mx.parley.test (; dmarc=fail'],
    ['a quote that never ends', 'mx.parley.test; dmarc=fail reason="'],
    ['no statements but words', 'mx.parley.test; dmarc fail'],
    ['a result without its method', 'mx.parley.test; =fail'],
    ['a method without its result', 'mx.parley.test; dmarc='],
    ['no semicolon', 'mx.parley.test dmarc=fail header.from=example.org'],
    ['no id', '; dmarc=fail header.from=mx.parley.test'],
    ['no end', `mx.parley.test; ${'spf=pass;'.repeat(4_000)}`],
  ])('below one of ours that cannot be read authenticates nobody: %s', async (_name, value) => {
    expect(await found([field(value), PASS])).toMatchObject(nobody);
    expect(await found([PASS, field(value)])).toMatchObject(nobody);
    // Further down it is not ours any more.
    expect(await found([PASS, OWN_HOP, field(value)])).toMatchObject({ aligned: true });
  });

  it('that cannot be read, and names no id of ours, is nobody’s', async () => {
    for (const id of ['mx.evil.example', 'mx.parley.test.evil.example', 'xmx.parley.test'])
      expect(await found([field(`${id} (; dmarc=fail`), PASS])).toMatchObject({ aligned: true });
  });
});

describe('several fields of our own server, one for each method', () => {
  const spf = results('spf=pass smtp.mailfrom=bounces@example.org');

  it('are read together, also with a filter’s own field between', async () => {
    const together = { spf: 'pass', dmarc: 'pass', aligned: true };
    expect(await found([PASS, spf])).toMatchObject(together);
    expect(await found([PASS, 'DMARC-Filter: OpenDMARC', spf, OWN_HOP])).toMatchObject(together);
  });

  it('end with anything else', async () => {
    for (const between of [OWN_HOP, FOREIGN_HOP, 'X-A: a', 'Subject: a', results('spf=fail', 'other.test')])
      expect(await found([PASS, between, spf])).toMatchObject({ spf: 'none', dmarc: 'pass' });
  });

  it('of a method the first that has it counts', async () => {
    expect(await found([results('dkim=fail header.d=example.org; spf=none'), spf, PASS])).toMatchObject({
      spf: 'none',
      dkim: 'fail',
      dmarc: 'pass',
    });
    expect(await found([results('dmarc=fail'), PASS])).toMatchObject({ dmarc: 'fail', aligned: false });
  });
});
