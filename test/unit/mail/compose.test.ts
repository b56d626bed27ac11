import fc from 'fast-check';
import { simpleParser, type ParsedMail } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { createMailComposer } from '../../../adapters/mail/compose.ts';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';
import type { MessageView } from '../../../activities/delivery/ports.ts';
import { readCalendar } from '../../../domain/ical/read.ts';
import { hideTheseAddresses } from '../../../domain/meeting/privacy.ts';
import { LINKS } from '../../../domain/meeting/links.ts';
import { DECLINED_BY_AN_ATTENDEE } from '../../../domain/meeting/answers.ts';
import type { MessageKind, MessageSpec } from '../../../domain/meeting/message-spec.ts';
import { KINDS, proposal, START_MS, viewOf } from './support.ts';

const HOUR_MS = 3_600_000;

const composer = createMailComposer();
const compose = (view: MessageView) => composer.compose(view);
const NOTHING_ELSE = { skipHtmlToText: true, skipTextToHtml: true };
const read = async (view: MessageView): Promise<ParsedMail> =>
  simpleParser((await compose(view)).raw, NOTHING_ELSE);
const boundaries = (raw: Buffer) =>
  [...raw.toString('latin1').matchAll(/Content-Type: ([\w/]+)/g)].map(([, type]) => type);

describe('a mail that tells of several matters', () => {
  it.each(['en', 'de', 'es', 'fr', 'ja', 'pt'])('says each of them, in %s', async (language) => {
    const alone = async (kind: MessageKind, spec: Partial<MessageSpec> = {}) => {
      const view = viewOf(kind, null, spec);
      const { text } = await read({ ...view, recipient: { ...view.recipient, language } });
      return (text ?? '').split('\n\n');
    };
    const own = {
      ...proposal,
      id: 'p2',
      proposedBy: 'guest',
      asked: ['host'],
      waitsFor: ['host'],
      startMs: START_MS + 48 * HOUR_MS,
    };
    const [, , asked] = await alone('approval-request');
    const [, , declined, , wasProposed] = await alone('proposal-declined', { proposal: own });
    const [, , unreachable] = await alone('not-delivered');
    const together = await alone('approval-request', {
      also: [
        { kind: 'proposal-declined', proposal: own, about: 'host' },
        { kind: 'not-delivered', proposal: null, about: 'host' },
      ],
    });
    expect(together.slice(2, 5)).toEqual([asked, declined, unreachable]);
    expect(together).toContain(wasProposed);
    expect(together.join()).toContain('https://');
  });
});

/** That nothing is to be answered, and how an answer is given, in the six languages. */
describe('a message that is composed', () => {
  it.each(KINDS)('of kind %s and method %s has the same bytes again', async (kind, method) => {
    const view = viewOf(kind, method);
    const first = await compose(view);
    const second = await compose(structuredClone(view));
    expect(second.raw.equals(first.raw)).toBe(true);
    const other = await compose({ ...view, messageId: '<other@parley.test>' });
    expect(other.raw.equals(first.raw)).toBe(false);
  });

  it.each(KINDS.filter(([, method]) => method !== null))(
    'of kind %s carries its calendar as every program takes it',
    async (kind, method) => {
      const view = viewOf(kind, method);
      const { raw } = await compose(view);
      expect(boundaries(raw)).toEqual([
        'multipart/mixed',
        'multipart/alternative',
        'text/plain',
        'text/html',
        'text/calendar',
        'application/ics',
      ]);
      const mail = await simpleParser(raw, NOTHING_ELSE);
      const [body, attachment] = mail.attachments;
      expect(body?.contentDisposition).toBeUndefined();
      expect(body?.headers.get('content-type')).toMatchObject({
        value: 'text/calendar',
        params: { method, charset: 'utf-8' },
      });
      expect(attachment).toMatchObject({ filename: 'invite.ics', contentDisposition: 'attachment' });
      expect(attachment?.content.equals(body?.content ?? Buffer.alloc(0))).toBe(true);
      const calendar = readCalendar(body?.content.toString() ?? '');
      expect(calendar).toMatchObject({
        method,
        problems: [],
        events: [{ uid: view.uid, sequence: view.spec.sequence }],
      });
      expect(calendar.events[0]?.attendees.map(({ address }) => address)).toEqual(['grace@example.com']);
    },
  );

  it.each(KINDS.filter(([, method]) => method === null))(
    'of kind %s is text and HTML for a person',
    async (kind) => {
      const { raw } = await compose(viewOf(kind, null));
      expect(boundaries(raw)).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
      expect(raw.toString()).toContain('X-Auto-Response-Suppress: All');
    },
  );

  it('is from the organizer to the recipient alone, at its DTSTAMP, by a program', async () => {
    const mail = await read(viewOf('invitation', 'REQUEST'));
    expect(mail.from?.value).toEqual([{ name: 'Parley', address: 'scheduling@parley.test' }]);
    expect(mail.to).toMatchObject({ value: [{ address: 'grace@example.com', name: '' }] });
    expect(mail.messageId).toBe('<invitation.REQUEST@parley.test>');
    expect(mail.date).toEqual(new Date(Date.UTC(2026, 10, 20, 9, 12)));
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.has('x-auto-response-suppress')).toBe(false);
    expect(mail.replyTo).toBeUndefined();
  });

  it.each([
    ['invitation', 'REQUEST', 'Practice Session — Invitation: Interview practice, 24 November'],
    ['update', 'REQUEST', 'Practice Session — Updated Time: Interview practice, 24 November'],
    ['cancellation', 'CANCEL', 'Practice Session — Cancelled: Interview practice, 24 November'],
    ['approval-request', null, 'Approve new time for Practice Session? Interview practice, 25 November'],
  ] as const)('of kind %s and method %s has the subject "%s" "%s"', async (kind, method, subject) => {
    expect((await read(viewOf(kind, method))).subject).toBe(subject);
  });

  it('tells the time in the zone of its reader and in UTC, and the links, in text, HTML and DESCRIPTION', async () => {
    const mail = await read(viewOf('invitation', 'REQUEST'));
    const calendar = mail.attachments[0]?.content.toString().replace(/\r\n /g, '').replaceAll('\\', '') ?? '';
    for (const text of [mail.text ?? '', calendar]) {
      expect(text).toContain('Tuesday, 24 November 2026, 15:00 – 15:45 (Berlin, UTC+1)');
      expect(text).toContain('Tuesday, 24 November 2026, 14:00 – 14:45 (UTC)');
      expect(text).toContain('help@parley.test');
    }
    for (const text of [mail.text ?? '', mail.html || '', calendar]) {
      expect(text).toContain('https://meet.example.com/parley');
      expect(text).toContain('https://parley.test/reschedule?r=PROPOSE');
    }
  });

  it('asks for approval with both times in both zones, the note, and links to approve, decline and propose another time', async () => {
    const { text = '', html } = await read(viewOf('approval-request', null));
    for (const part of [
      'Wednesday, 25 November 2026, 15:00 – 15:45 (Berlin, UTC+1)',
      'Wednesday, 25 November 2026, 09:00 – 09:45 (New York, UTC−5)',
      'Tuesday, 24 November 2026, 15:00 – 15:45 (Berlin, UTC+1)',
      'Tuesday, 24 November 2026, 09:00 – 09:45 (New York, UTC−5)',
      '> A day later?',
      'https://parley.test/approve?t=APPROVE',
      'https://parley.test/decline?t=DECLINE',
      'Request a different time',
      'https://parley.test/reschedule?r=PROPOSE',
    ])
      expect(text).toContain(part);
    for (const part of ['A day later?', '?t=APPROVE', '?t=DECLINE']) expect(html).toContain(part);
  });

  it.each(Object.keys(LINKS) as MessageKind[])(
    'of the kind %s leads where its kind leads, and nowhere else',
    async (kind) => {
      const { text = '' } = await read(viewOf(kind, null));
      const led = [...text.matchAll(/parley\.test\/[\w/]+\?\w=([A-Z]+)/g)].map(([, link]) =>
        link!.toLowerCase(),
      );
      expect(new Set(led)).toEqual(new Set(LINKS[kind].filter((link) => link !== 'join')));
    },
  );

  it('says why it is cancelled', async () => {
    const strict = await read(viewOf('cancellation', 'CANCEL', { reason: DECLINED_BY_AN_ATTENDEE }));
    expect(strict.text).toContain('One of you declined');
    const free = await read(viewOf('cancellation', 'CANCEL', { reason: 'The host is ill.' }));
    expect(free.text).toContain('Reason: The host is ill.');
    expect(free.attachments[0]?.content.toString()).toContain('COMMENT:');
  });

  it('is in UTC once when no zone is known, and names nobody whom it does not know', async () => {
    const view = viewOf('invitation', 'REQUEST');
    const { text = '' } = await read({
      ...view,
      recipient: { ...view.recipient, timezone: null, name: null },
      others: [{ id: 'host', name: null, timezone: null }],
    });
    expect(text.match(/14:00 – 14:45/g)).toHaveLength(1);
    expect(text).toContain('You are meeting the other participant.');
  });

  it('tells both days of a meeting over midnight', async () => {
    const { startMs } = { startMs: Date.UTC(2026, 10, 24, 22, 30) };
    const time = { startMs, endMs: startMs + 3_600_000 };
    const { text } = await read(viewOf('invitation', 'REQUEST', { time }));
    expect(text).toContain('Tuesday, 24 November 2026, 23:30 – 00:30, Wed 25 Nov (Berlin, UTC+1)');
  });
});

const inject = fc
  .constantFrom(
    '\r\nBcc: eve@example.com\r\n',
    '\nX-Evil: 1',
    '\r\n\r\n<script>',
    '\u2028Bcc: eve@example.com',
    '"><img src=x>',
    '\0',
  )
  .map((text) => `a${text}b`);

describe('what a field contains', () => {
  it('never makes a header, a part or an element', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KINDS), inject, inject, async ([kind, method], one, two) => {
        const plain = viewOf(kind, method);
        const hostile: MessageView = {
          ...plain,
          messageId: `<x${one}@parley.test>`,
          tenant: { organizerEmail: 'scheduling@parley.test', organizerName: one, productName: two },
          meeting: { title: one, description: two },
          recipient: { ...plain.recipient, name: two },
          others: plain.others.map((other) => ({ ...other, name: one })),
          spec: {
            ...plain.spec,
            reason: two,
            proposal: plain.spec.proposal && { ...plain.spec.proposal, note: one },
          },
        };
        const names = (mail: ParsedMail) => mail.headerLines.map(({ key }) => key);
        const { raw } = await compose(hostile);
        const mail = await simpleParser(raw, NOTHING_ELSE);
        expect(names(mail)).toEqual(names(await read(plain)));
        expect(mail.attachments).toHaveLength(method === null ? 0 : 2);
        expect(mail.html).not.toMatch(/<script|<img/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the address of the other party', () => {
  const OTHER = 'Elodie.Martin+x@Example.com';
  const oddly = fc
    .mixedCase(fc.constant(OTHER))
    .chain((address) =>
      fc.constantFrom(
        address,
        `<${address}>`,
        `mailto:${address}`,
        `(${address})`,
        `x ${address}, y`,
        `"${address}"`,
        address.replace('@', ' @ '),
      ),
    );

  it('is nowhere in what is sent, wherever it was put and in whatever case', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...KINDS), oddly, oddly, async ([kind, method], one, two) => {
        const plain = viewOf(kind, method);
        // As the caller does: the backend's own texts are without both addresses when they arrive here.
        const hidden = hideTheseAddresses(two, [OTHER, 'grace@example.com']);
        const { raw, subject } = await compose({
          ...plain,
          meeting: { title: one, description: hidden },
          recipient: { ...plain.recipient, name: one },
          others: plain.others.map((other) => ({ ...other, name: two })),
          spec: {
            ...plain.spec,
            reason: hidden,
            proposal: plain.spec.proposal && { ...plain.spec.proposal, note: `x\r\n${two}` },
          },
        });
        const mail = await simpleParser(raw, NOTHING_ELSE);
        const { calendars } = await parseMime(raw);
        const all = [
          raw.toString(),
          subject,
          mail.text,
          mail.html,
          mail.subject,
          ...mail.headerLines.map(({ line }) => line),
          ...calendars.map(({ text }) => text.replace(/\r\n /g, '')),
        ];
        for (const text of all) {
          expect(
            String(text)
              .toLowerCase()
              .replace(/\s*@\s*/g, '@'),
          ).not.toContain(OTHER.toLowerCase());
        }
      }),
      { numRuns: 100 },
    );
  });
});
