import { describe, expect, it } from 'vitest';
import { readHeader, withSoundSignatures } from '../../../../adapters/mail/authentication/header.ts';
import { authenticate, KEY_RECORD, letter, sealed, signed } from './support.ts';

const zone = { 's1._domainkey.example.org': KEY_RECORD };

const text = (raw: Buffer) => raw.toString('latin1');
const SIGNATURE = 'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=s1;';

describe('what no honest program writes is not checked, though its signature is good', () => {
  it.each([
    ['a line of 250,001 octets', letter({ body: 'x'.repeat(250_001) })],
    ['a last line of 250,001 octets', letter({ body: `x\r\n${'x'.repeat(250_001)}` })],
    ['4,000 fields', letter({ headers: Array.from({ length: 4_000 }, () => 'X: x') })],
    ['a field of 4,000 lines', letter({ headers: [`X-Long: x${'\r\n x'.repeat(4_000)}`] })],
    ['a field of 4,000 lines without CR', letter({ headers: [`X-Long: x${'\n x'.repeat(4_000)}`] })],
    ['a CR alone in the header', letter({ headers: ['X-Odd: a\rb'] })],
    ['a run of CR in the header', letter({ headers: [`X-Odd: ${'\r'.repeat(1_000)}x`] })],
    ['a From of 4,001 octets', letter({ from: `"${'x'.repeat(4_000)}" <gus@example.org>` })],
    ['another signature of 4,001 octets', letter({ headers: [`${SIGNATURE}${' ;'.repeat(2_000)} b=AA==`] })],
    ['a Content-Type of 4,001 octets', letter({ headers: [`Content-Type: x/x; ${'a=b;'.repeat(1_000)}`] })],
  ])('%s', async (_name, raw) => {
    expect(await authenticate(await signed(raw), { zone })).toMatchObject({
      source: 'session',
      spf: 'temperror',
      dkim: 'temperror',
      dmarc: 'temperror',
      aligned: false,
    });
  });

  it.each([
    ['400,001 lines', letter({ body: 'x\r\n'.repeat(400_001) })],
    ['10 MB', letter({ body: `${'x'.repeat(98)}\r\n`.repeat(100_000) })],
    ['a header of 64 kB', letter({ headers: [`X-Long: ${'x'.repeat(64_000)}`] })],
  ])('%s: nobody looks', async (_name, raw) => {
    expect(await authenticate(await signed(raw), { zone })).toMatchObject({
      source: 'nobody',
      dkim: 'none',
      aligned: false,
    });
  });
});

describe('what is only large is checked', () => {
  it.each([
    ['a line of 249,000 octets', letter({ body: 'x'.repeat(249_000) })],
    ['390,000 lines', letter({ body: 'x\r\n'.repeat(390_000) })],
    ['9 MB of usual lines', letter({ body: `${'x'.repeat(76)}\r\n`.repeat(115_000) })],
    ['lines with spaces and tabs to be taken out', letter({ body: ' a \t b \r\n'.repeat(20_000) })],
    ['empty lines at the end', letter({ body: `x${'\r\n'.repeat(100_000)}` })],
    [
      'a field of 20,000 octets that nobody takes apart',
      letter({ headers: [`X-L: ${'x '.repeat(10_000)}`] }),
    ],
  ])('%s', async (_name, raw) => {
    const whole = await signed(raw);
    expect(await authenticate(whole, { zone })).toMatchObject({ dkim: 'pass', aligned: true });
    const withLineFeeds = Buffer.from(text(whole).replaceAll('\r\n', '\n'), 'latin1');
    expect(await authenticate(withLineFeeds, { zone })).toMatchObject({ dkim: 'pass', aligned: true });
  });
});

it('a signature of a chain that covers a part of the body only is not looked at', async () => {
  const seal = { sealer: 'list.example', says: 'dkim=pass header.d=example.org' };
  const whole = await sealed(letter(), seal);
  const partly = Buffer.from(text(whole).replace(/(ARC-Message-Signature: i=1;)/, '$1 l=4;'), 'latin1');
  const looked = async (raw: Buffer) => text(withSoundSignatures(raw, (await readHeader(raw))!));
  expect(await looked(whole)).toBe(text(whole));
  expect(await looked(partly)).toContain('X-ARC-Message-Signature: i=1; l=4;');
});
