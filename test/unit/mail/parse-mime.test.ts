import { describe, expect, it } from 'vitest';
import { MESSAGE_LIMIT, parseMime } from '../../../adapters/mail/parse-mime.ts';
import { readItip } from '../../../domain/itip/inbound.ts';
import { fixture } from './support.ts';

/** The likeliest reading. */
const understood = async (name: string) => readItip((await parseMime(fixture(name))).calendars)[0];
const reply = { kind: 'reply', uid: '4f3c@parley.test', attendee: 'grace@example.com', sequence: 0 };

describe('an answer', () => {
  it('of Outlook: no ORGANIZER, a Windows zone, a subject in the language of its user', async () => {
    expect(await parseMime(fixture('outlook-accept'))).toMatchObject({
      messageId: '<AM0PR01MB0001@AM0PR01MB0001.eurprd01.prod.example.com>',
      from: 'grace@example.com',
      to: ['scheduling@parley.test'],
      inReplyTo: ['<m1@parley.test>'],
      dateMs: Date.UTC(2026, 10, 21, 8, 15, 2),
      autoSubmitted: false,
      calendars: [{ method: 'REPLY' }],
      problem: null,
    });
    expect(await understood('outlook-accept')).toMatchObject({
      ...reply,
      partstat: 'ACCEPTED',
      dtstampMs: Date.UTC(2026, 10, 21, 8, 15),
      comment: 'Übung, gerne.\n',
    });
  });

  it('of Outlook that declines and proposes a new time is a proposal', async () => {
    const startMs = Date.UTC(2026, 10, 26, 15);
    expect(await understood('outlook-decline-with-new-time')).toMatchObject({
      ...reply,
      kind: 'counter',
      time: { startMs, endMs: startMs + 2_700_000, floating: false },
      note: 'Thursday suits me better.\n',
    });
  });

  it('of Gmail: the part of the body comes before the attachment', async () => {
    const { calendars } = await parseMime(fixture('gmail-accept'));
    expect(calendars.map(({ method }) => method)).toEqual(['REPLY', null]);
    expect(await understood('gmail-accept')).toMatchObject({ ...reply, partstat: 'ACCEPTED' });
  });

  it('of Apple: the calendar has the disposition of an attachment', async () => {
    expect(await understood('apple-tentative')).toMatchObject({ ...reply, partstat: 'TENTATIVE' });
  });
});

describe('a message', () => {
  const message = (header: string, body = 'hello') =>
    parseMime(Buffer.from(`From: a@example.com\r\nMessage-ID: <1@example.com>\r\n${header}\r\n\r\n${body}`));

  it('that is broken is read as far as it goes', async () => {
    expect(await parseMime(fixture('broken'))).toMatchObject({
      messageId: '<broken-1@example.com>',
      from: 'grace@example.com',
    });
    expect(await parseMime(Buffer.alloc(0))).toMatchObject({ problem: 'message-empty', calendars: [] });
    expect(await parseMime(Buffer.from([0xff, 0xfe, 0x00, 0x0a]))).toMatchObject({ messageId: null });
  });

  it('of more than one sender has none', async () => {
    expect(await message('X-A: b')).toMatchObject({ from: 'a@example.com' });
    expect(await parseMime(Buffer.from('From: a@example.com, b@example.com\r\n\r\n'))).toMatchObject({
      from: null,
    });
  });

  it.each([
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'List-Id: <l.example.com>',
    'Return-Path: <>',
  ])('with %s was sent by a program', async (header) => {
    expect(await message(header)).toMatchObject({ autoSubmitted: true });
  });

  it('with Auto-Submitted: no was sent by a person', async () => {
    expect(await message('Auto-Submitted: no')).toMatchObject({ autoSubmitted: false });
  });

  it('in another charset is decoded', async () => {
    const text = Buffer.from('BEGIN:VCALENDAR\nSUMMARY:\u00dcbung\nEND:VCALENDAR', 'latin1');
    for (const charset of ['; charset=iso-8859-1', '', '; charset=x-none']) {
      const { calendars } = await parseMime(
        Buffer.concat([Buffer.from(`Content-Type: text/calendar${charset}\r\n\r\n`), text]),
      );
      expect(calendars[0]?.text).toContain('Übung');
    }
  });

  it('of 20 MB is refused, and still says whose it is', async () => {
    const body = `BEGIN:VCALENDAR\r\n${'X:1\r\n'.repeat(4_000_000)}`;
    expect(body.length).toBeGreaterThan(MESSAGE_LIMIT);
    expect(await message('Content-Type: text/calendar; method=REPLY', body)).toMatchObject({
      problem: 'message-too-large',
      messageId: '<1@example.com>',
      from: 'a@example.com',
      calendars: [],
    });
  });

  it('with a calendar of 5 MB is read, and the calendar refused', async () => {
    const body = `BEGIN:VCALENDAR\r\n${`X:${'1'.repeat(50)}\r\n`.repeat(90_000)}`;
    const mail = await message('Content-Type: text/calendar; method=REPLY', body);
    expect(readItip(mail.calendars)[0]).toMatchObject({ kind: 'ignored', reason: 'calendar-too-large' });
  });

  it('of very many parts is not taken apart', async () => {
    const mail = await message(
      'Content-Type: multipart/mixed; boundary=b',
      '\r\n--b\r\n\r\nx'.repeat(20_000),
    );
    expect(mail).toMatchObject({ problem: 'too-many-parts', messageId: '<1@example.com>' });
  });
});
