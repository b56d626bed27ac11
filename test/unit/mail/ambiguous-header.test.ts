import { describe, expect, it } from 'vitest';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';

const read = (...lines: string[]) =>
  parseMime(Buffer.from([...lines, '', 'Yes.', ''].join('\r\n'), 'latin1'));

describe('a header that says two things', () => {
  it.each([
    ['From', 'from'],
    ['Sender', 'Sender'],
    ['Reply-To', 'REPLY-TO'],
    ['To', 'To '],
    ['Cc', 'cc'],
    ['Date', 'Date'],
    ['Subject', 'subject'],
    ['Message-ID', 'Message-Id'],
    ['In-Reply-To', 'In-Reply-To\t'],
    ['References', 'References'],
    ['MIME-Version', 'Mime-Version'],
    ['Content-Type', 'Content-type'],
    ['Content-Transfer-Encoding', 'content-transfer-encoding'],
    ['Content-Disposition', 'Content-Disposition'],
  ])('is not read for a decision: two %s', async (first, second) => {
    const around = ['X-Before: x', 'X-After: x'];
    expect(await read(`${first}: a@x.example`, ...around, `${second}: a@x.example`)).toMatchObject({
      problem: 'header-ambiguous',
    });
    expect(await read(`${first}: a@x.example`, ...around)).toMatchObject({ problem: null });
  });

  it('is not one with many of what there may be many of', async () => {
    const fields = ['Received: by x', 'DKIM-Signature: v=1', 'Authentication-Results: x; none', 'X-A: a'];
    expect(await read(...fields, ...fields)).toMatchObject({ problem: null });
  });

  it('is none within a part: its sender wrote all of the body', async () => {
    const mail = await read(
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      'Content-Type: text/plain',
      '',
      'x',
      '--b--',
    );
    expect(mail).toMatchObject({ problem: null });
  });
});

describe('From', () => {
  it.each([
    'Gus <gus@x.example>',
    'gus@x.example',
    'GUS@X.EXAMPLE',
    'Guest, Gus <gus@x.example>',
    '"boss@y.example" <gus@x.example>',
    'gus@x.example <gus@x.example>',
    'gus@x.example (boss@y.example)',
    '=?utf-8?Q?boss@y.example?= <gus@x.example>',
    'gus@x.example, gus@x.example',
    'Gus <gus@x.example',
  ])('of one is that one: %s', async (value) => {
    expect(await read(`From: ${value}`)).toMatchObject({ from: 'gus@x.example' });
  });

  it.each([
    'gus@x.example, boss@y.example',
    'gus@x.example; boss@y.example',
    'both: gus@x.example, boss@y.example;',
    'gus@x.example boss@y.example',
    'gus@x.example <boss@y.example>',
    '<gus@x.example> <boss@y.example>',
    '<gus@x.example><boss@y.example>',
    '<gus@x.example> boss@y.example',
    `gus@x.example, ${'b'.repeat(1_000)}@y.example`,
    'gus@x.example,\r\n boss@y.example',
    `gus@x.example ${'x'.repeat(5_000)}`,
  ])('of several is nobody: %s', async (value) => {
    expect(await read(`From: ${value}`)).toMatchObject({ from: null, fromDomain: null });
  });
});
