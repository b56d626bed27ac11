import { describe, expect, it } from 'vitest';
import { authenticate, KEY_RECORD, letter, sealed, signed } from './support.ts';

const KEY = { 's1._domainkey.example.org': KEY_RECORD };
const REJECT = { '_dmarc.example.org': 'v=DMARC1; p=reject' };
const CALENDAR = 'Content-Type: text/calendar; method=REPLY';
const TEXT = 'Content-Type: text/plain';
const BODY = 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR';
const USUAL = 'From:To:Subject:Date:Message-ID';

/** The signed message with fields put above it, as whoever passes it on can. */
const below = (raw: Buffer, ...fields: string[]) =>
  Buffer.concat([Buffer.from(fields.map((field) => `${field}\r\n`).join('')), raw]);

const answer = (headers: string[], headerList: string) =>
  signed(letter({ headers, body: BODY }), 'example.org', { headerList });

/** What is put above, or signed; then whether the author's domain vouches for what is read. */
const SIGNED: [string, () => Promise<Buffer>, boolean][] = [
  ['all that is read', () => answer([CALENDAR], `${USUAL}:Content-Type`), true],
  ['From and Content-Type alone', () => answer([CALENDAR], 'from:content-type'), true],
  ['its fields twice (oversigned)', () => answer([CALENDAR], 'From:From:Content-Type:Content-Type'), true],
  ['a text without any Content-Type', () => signed(letter(), 'example.org', { headerList: 'From' }), true],
  ['not the Content-Type that is there', () => answer([CALENDAR], USUAL), false],
  ['not the Content-Type that was put above it', async () => below(await answer([], USUAL), CALENDAR), false],
  [
    'not the Content-Type that was put above the signed one',
    async () => below(await answer([TEXT], `${USUAL}:Content-Type`), CALENDAR),
    false,
  ],
  [
    'not the file’s name that makes a calendar of a text',
    async () =>
      below(
        await answer([TEXT], `${USUAL}:Content-Type`),
        'Content-Disposition: attachment; filename=invite.ics',
      ),
    false,
  ],
  [
    'not the encoding',
    async () => below(await answer([CALENDAR], `${USUAL}:Content-Type`), 'Content-Transfer-Encoding: base64'),
    false,
  ],
  [
    'not an encoding that changes nothing',
    async () => below(await answer([CALENDAR], `${USUAL}:Content-Type`), 'Content-Transfer-Encoding: 7BIT'),
    true,
  ],
  [
    'the parts by the body, and of the header the boundary between them',
    async () =>
      below(
        await signed(
          letter({
            headers: ['Content-Type: multipart/mixed; boundary=b'],
            body: `--b\r\n${CALENDAR}\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${BODY}\r\n--b--`,
          }),
          'example.org',
          { headerList: `${USUAL}:Content-Type` },
        ),
        'Content-Transfer-Encoding: quoted-printable',
      ),
    true,
  ],
];

describe.each(SIGNED)('a signature that covers %s', (_name, write, aligned) => {
  it(aligned ? 'proves the answer' : 'proves no answer', async () => {
    expect((await authenticate(await write(), { zone: KEY })).aligned).toBe(aligned);
  });

  it('is still one for DMARC: what is not proven is asked for, and not refused', async () => {
    const found = await authenticate(await write(), { zone: { ...KEY, ...REJECT } });
    if (found.dkim === 'pass') expect(found).toMatchObject({ dmarc: 'pass', aligned });
    else expect(found.aligned).toBe(false);
  });

  it('proves as much where our own server says that it is good', async () => {
    const own =
      'Authentication-Results: mx.parley.test; spf=fail smtp.mailfrom=x@example.org; dkim=pass header.d=example.org; dmarc=pass header.from=example.org';
    const asked = { door: 'imap' as const, session: null, authservIds: ['mx.parley.test'] };
    expect((await authenticate(below(await write(), own), asked)).aligned).toBe(aligned);
  });

  it('proves as much where a trusted forwarder says that it was good', async () => {
    const says = 'dkim=pass header.d=example.org; dmarc=pass header.from=example.org';
    const raw = await sealed(await write(), { sealer: 'list.example', says });
    const zone = { 's1._domainkey.list.example': KEY_RECORD };
    const found = await authenticate(raw, {
      zone,
      trustedSealers: ['list.example'],
      sender: 'x@list.example',
    });
    expect(found.arc).toBe('pass');
    if (!aligned) expect(found.aligned).toBe(false);
  });
});

it('where SPF passed for the sender’s domain, no signature is asked', async () => {
  const spf = { 'example.org': 'v=spf1 ip4:192.0.2.10 -all' };
  expect(await authenticate(await answer([CALENDAR], USUAL), { zone: { ...KEY, ...spf } })).toMatchObject({
    spf: 'pass',
    aligned: true,
  });
  const own =
    'Authentication-Results: mx.parley.test; spf=pass smtp.mailfrom=gus@example.org; dmarc=pass header.from=example.org';
  const asked = { door: 'imap' as const, session: null, authservIds: ['mx.parley.test'] };
  expect(await authenticate(below(await answer([CALENDAR], USUAL), own), asked)).toMatchObject({
    aligned: true,
  });
});

it('a second signature of the domain’s that covers less makes our own server’s word unclear', async () => {
  const own = 'Authentication-Results: mx.parley.test; dkim=pass header.d=example.org';
  const asked = { door: 'imap' as const, session: null, authservIds: ['mx.parley.test'] };
  const whole = await answer([CALENDAR], `${USUAL}:Content-Type`);
  expect((await authenticate(below(whole, own), asked)).aligned).toBe(true);
  for (const other of [
    'h=From; b=x',
    'h=From; h=From:Content-Type',
    'l=5; h=From:Content-Type',
    's=x',
    'a=rsa-sha1; h=From:Content-Type',
  ]) {
    const signature = `DKIM-Signature: v=1; d=example.org; ${other}`;
    expect((await authenticate(below(whole, own, signature), asked)).aligned, other).toBe(false);
  }
});

it.each([
  ['a line without a name', 'just words'],
  ['space before the first name', ' Content-Type: text/calendar'],
  ['a line of spaces', 'X-A: a\r\n '],
  ['a carriage return alone', 'X-A: a\rContent-Type: text/calendar'],
  ['a line feed and a carriage return', 'X-A: a\n\rContent-Type: text/calendar'],
  ['a vertical tab', '\vContent-Type: text/calendar'],
  ['a no-break space', '\xa0Content-Type: text/calendar'],
  ['an octet that no name has', 'Content-Type\xad: text/calendar'],
  ['a NUL', 'X-A: a\0'],
  ['an end of the header for some', 'X-A: a\r\n\r\r\nContent-Type: text/calendar'],
])('a header that two readers read differently proves nothing: %s', async (_name, fields) => {
  const raw = await signed(letter(), 'example.org', { headerList: USUAL });
  const changed = Buffer.concat([Buffer.from(`${fields}\r\n`, 'latin1'), raw]);
  const spf = { 'example.org': 'v=spf1 ip4:192.0.2.10 -all' };
  expect((await authenticate(changed, { zone: { ...KEY, ...spf } })).aligned).toBe(false);
});
