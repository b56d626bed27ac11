import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { KINDS, viewOf } from './support.ts';

const composer = createMailComposer();

/** RFC 5322 §2.1.1, without the line end. */
const LONGEST_LINE = 998;

const CALENDAR = [
  'From',
  'To',
  'Reply-To',
  'Subject',
  'Message-ID',
  'Date',
  'MIME-Version',
  'Content-Type',
  'Auto-Submitted',
];
const PLAIN = [...CALENDAR, 'X-Auto-Response-Suppress'];

const nasty = fc.oneof(
  fc.constantFrom(
    '\r\nBcc: eve@example.com',
    '\n\n<html>',
    '\r X-Evil: 1',
    '\0',
    '"',
    '\\"',
    '" <eve@example.com>, "',
    '<eve@example.com>',
    'a, b; c:',
    '\u202egnp.exe',
    '\u2067rtl\u2069',
    '\u200f',
    '=?utf-8?Q?eve=40example.com?=',
    '=?utf-8?B?DQpCY2M6IGV2ZUBleGFtcGxlLmNvbQ==?=',
    '👩‍👩‍👧‍👦',
    '\ud83d',
    '\u2028Bcc: eve@example.com',
    '\u0085Bcc: eve@example.com',
    '\x1b[31m',
    '(comment',
    '日本語の名前',
    'שלום',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('x'.repeat(500), 'é'.repeat(500), '👋'.repeat(250), 'a '.repeat(250), '"'.repeat(500)),
);
const text = fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));

/** The header section as it is sent: each field's name and its value with the folding undone (RFC 5322 §2.2.3). */
function fieldsOf(raw: Buffer): { name: string; value: string; lines: string[] }[] {
  const section = raw.subarray(0, raw.indexOf('\r\n\r\n')).toString('latin1');
  const fields: { name: string; value: string; lines: string[] }[] = [];
  for (const line of section.split('\r\n')) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) {
      last.lines.push(line);
      last.value += line;
      continue;
    }
    const colon = line.indexOf(':');
    fields.push({ name: line.slice(0, colon), value: line.slice(colon + 1).trim(), lines: [line] });
  }
  return fields;
}

function hostile(plain: MessageView, one: string, two: string): MessageView {
  return {
    ...plain,
    tenant: { ...plain.tenant, organizerName: one, productName: two },
    answerTo: { mail: 'scheduling+raaaaaaaaaaaaaaaaaaaa@parley.test', calendar: 'scheduling@parley.test' },
    meeting: { title: one, description: two },
    recipient: { ...plain.recipient, name: two },
    others: plain.others.map((other) => ({ ...other, name: one })),
  };
}

describe('the header of a message', () => {
  it('is the same set of fields whatever names contain, each one clean and once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KINDS), text, text, async ([kind, method], one, two) => {
        const { raw } = await composer.compose(hostile(viewOf(kind, method), one, two));
        const fields = fieldsOf(raw);
        const expected = method === null ? PLAIN : CALENDAR;
        expect(fields.map(({ name }) => name).sort()).toEqual([...expected].sort());
        for (const { lines, value } of fields) {
          expect(value).toMatch(/^[\t\x20-\x7e]+$/);
          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(LONGEST_LINE);
            // RFC 5322 §3.2.2: a folded line that is blank ends the header for some readers.
            expect(line.trim()).not.toBe('');
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('names the same people, and nobody else, whatever names contain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KINDS), text, text, async ([kind, method], one, two) => {
        const { raw } = await composer.compose(hostile(viewOf(kind, method), one, two));
        const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true });
        const addresses = (of: typeof mail.from | typeof mail.to) =>
          (Array.isArray(of) ? of : of ? [of] : []).flatMap(({ value }) =>
            value.map(({ address }) => address),
          );
        expect(addresses(mail.from)).toEqual(['scheduling@parley.test']);
        expect(addresses(mail.replyTo)).toEqual(['scheduling+raaaaaaaaaaaaaaaaaaaa@parley.test']);
        expect(addresses(mail.to)).toEqual(['grace@example.com']);
        // What a reader makes of it, when it decodes encoded words also in quotes.
        const shown = `${mail.from?.value[0]?.name} ${mail.subject}`;
        expect(shown).not.toMatch(/[\r\n\0\u202a-\u202e\u2066-\u2069]/);
        if (!`${one} ${two}`.includes('eve@example.com')) expect(shown).not.toContain('eve@');
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a recipient’s address in one piece, also one that looks like two', async () => {
    const plain = viewOf('invitation', 'REQUEST');
    const { raw } = await composer.compose({
      ...plain,
      recipient: { ...plain.recipient, email: '"a, eve@example.com"@example.org' },
    });
    const mail = await simpleParser(raw);
    const to = Array.isArray(mail.to) ? mail.to : [mail.to];
    expect(to.flatMap((one) => one?.value.map(({ address }) => address))).toHaveLength(1);
  });

  it('keeps a name in any script as it is', async () => {
    const plain = viewOf('invitation', 'REQUEST');
    for (const organizerName of ['Müller & Söhne', '日本語の名前', 'O’Neil, "Pat"', 'שלום 👋']) {
      const { raw } = await composer.compose({ ...plain, tenant: { ...plain.tenant, organizerName } });
      expect((await simpleParser(raw)).from?.value[0]?.name).toBe(organizerName);
    }
  });
});
