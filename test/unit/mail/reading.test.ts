import { describe, expect, it } from 'vitest';
import { parseMime } from '../../../adapters/mail/parse-mime.ts';
import { newestOf } from '../../../adapters/mail/reading/written-text.ts';

const read = (lines: string[]) => parseMime(Buffer.from(lines.join('\r\n')));
const header = (...lines: string[]) => read(['From: a@example.com', ...lines, '', 'hello']);

describe('of the header', () => {
  it('all addresses that it may have been sent to are read, in lower case', async () => {
    expect(
      await header(
        'To: "A, B" <X@Example.com>, Team: p@example.com, q@example.com;',
        'Cc: <c@example.com>',
        'Delivered-To: reply+TOKEN@parley.test',
        'X-Original-To: reply+token@parley.test',
        'X-Original-To: other@parley.test',
      ),
    ).toMatchObject({
      to: ['x@example.com', 'p@example.com', 'q@example.com'],
      deliveredTo: [
        'x@example.com',
        'p@example.com',
        'q@example.com',
        'c@example.com',
        'reply+token@parley.test',
        'other@parley.test',
      ],
    });
  });

  it('sender, reply addresses, domain and language are read', async () => {
    expect(
      await header(
        'Sender: List <owner@lists.example.net>',
        'Reply-To: r@example.org, s@example.org',
        'Content-Language: pt-BR, en',
      ),
    ).toMatchObject({
      from: 'a@example.com',
      fromDomain: 'example.com',
      sender: 'owner@lists.example.net',
      replyTo: ['r@example.org', 's@example.org'],
      language: 'pt-br',
    });
  });

  it('the messages that it answers are read, folded or with words between them', async () => {
    expect(
      await header('In-Reply-To: Your message <a@x> of today', 'References: <1@x>\r\n <2@x>\r\n\t<a@x> junk'),
    ).toMatchObject({ inReplyTo: ['<a@x>'], references: ['<1@x>', '<2@x>', '<a@x>'] });
  });

  it('UTF-8 and Latin that nobody encoded are read', async () => {
    for (const encoding of ['utf8', 'latin1'] as const) {
      const raw = Buffer.from('From: Jürgen <jürgen@example.com>\r\n\r\n', encoding);
      expect(await parseMime(raw)).toMatchObject({ from: 'jürgen@example.com' });
    }
  });

  it('two From are nobody’s, also when they say the same', async () => {
    expect(await header('From: a@example.com')).toMatchObject({ from: null, fromDomain: null });
  });

  it('a Date that is none is not the time of reading', async () => {
    expect(await header('Date: soon')).toMatchObject({ dateMs: null });
  });
});

describe('a program is told from a person', () => {
  it.each([
    ['Auto-Submitted: auto-replied (vacation)', 'auto-submitted'],
    ['Auto-Submitted: auto-generated', 'auto-submitted'],
    ['Precedence: Bulk', 'precedence'],
    ['Precedence: auto_reply', 'precedence'],
    ['List-Id: Team <team.example.net>', 'list-id'],
    ['Return-Path: <>', 'null-return-path'],
    ['X-Auto-Response-Suppress: OOF, AutoReply', 'response-suppressed'],
    ['X-Autoreply: yes', 'vacation'],
    ['Preference: auto_reply', 'vacation'],
  ])('by %s', async (line, sign) => {
    expect(await header(line)).toMatchObject({ automatic: [sign], autoSubmitted: true });
  });

  it('not by what says that it is none', async () => {
    expect(
      await header('Auto-Submitted: no', 'X-Auto-Response-Suppress: None', 'Precedence: first-class'),
    ).toMatchObject({ automatic: [], autoSubmitted: false });
  });

  it('by a notification that the message was read (RFC 8098)', async () => {
    const mail = await read([
      'From: a@example.com',
      'Content-Type: multipart/report; report-type=disposition-notification; boundary=b',
      '',
      '--b',
      '',
      'Read.',
      '--b',
      'Content-Type: message/disposition-notification',
      '',
      'Final-Recipient: rfc822; a@example.com',
      'Disposition: manual-action/MDN-sent-manually; displayed',
      '--b--',
    ]);
    expect(mail).toMatchObject({ automatic: ['disposition-notification'], report: null });
  });
});

describe('a report of a mail server', () => {
  const report = (status: string[], original: string[], more: { type?: string; nested?: boolean } = {}) => {
    const body = [
      `Content-Type: multipart/report; report-type=delivery-status; boundary=r`,
      '',
      '--r',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--r',
      `Content-Type: ${more.type ?? 'message/delivery-status'}`,
      '',
      ...status,
      '--r',
      ...original,
      '--r--',
    ];
    return read([
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.example.com',
      ...(more.nested
        ? ['Content-Type: multipart/mixed; boundary=outer', '', '--outer', ...body, '--outer--']
        : body),
    ]);
  };
  const message = ['Reporting-MTA: dns; mx.example.com', 'Arrival-Date: Sat, 21 Nov 2026 10:00:00 +0000', ''];
  const recipient = [
    'Original-Recipient: rfc822;Guest@Example.org',
    'Final-Recipient: RFC822; box@example.org',
    'Action: failed',
    'Status: 5.1.1 (no such user)',
    'Diagnostic-Code: smtp; 550 5.1.1 <box@example.org>:',
    '    unknown',
  ];
  const returned = [
    'Content-Type: message/rfc822',
    '',
    'Message-ID: <m1@parley.test>',
    'Subject: x',
    '',
    'Hi',
  ];
  const read1 = {
    action: 'failed',
    status: '5.1.1',
    originalRecipient: 'guest@example.org',
    finalRecipient: 'box@example.org',
    diagnostic: 'smtp; 550 5.1.1 <box@example.org>:    unknown',
  };

  it('names each recipient, what became of it, and the message', async () => {
    const second = ['Final-Recipient: rfc822; b@example.org', 'Action: delayed', 'Status: 4.4.1'];
    expect(await report([...message, ...recipient, '', ...second], returned)).toMatchObject({
      automatic: ['null-return-path', 'delivery-report'],
      report: {
        recipients: [
          read1,
          {
            action: 'delayed',
            status: '4.4.1',
            originalRecipient: null,
            finalRecipient: 'b@example.org',
            diagnostic: null,
          },
        ],
        originalMessageId: '<m1@parley.test>',
      },
    });
  });

  it('may be within another multipart, and carry the headers alone', async () => {
    const headers = [
      'Content-Type: text/rfc822-headers',
      '',
      'Subject: x',
      'Message-Id:',
      ' <m2@parley.test>',
    ];
    expect(await report([...message, ...recipient], headers, { nested: true })).toMatchObject({
      report: { recipients: [read1], originalMessageId: '<m2@parley.test>' },
    });
  });

  it('may have addresses that are not ASCII (RFC 6533)', async () => {
    const global = [
      'Original-Recipient: utf-8; g\\x{FC}nter@example.org',
      'Final-Recipient: utf-8; günter@example.org',
      'Action: failed',
      'Status: 5.1.1',
    ];
    const type = 'message/global-delivery-status';
    expect(await report([...message, ...global], returned, { type })).toMatchObject({
      report: {
        recipients: [{ originalRecipient: 'günter@example.org', finalRecipient: 'günter@example.org' }],
      },
    });
  });

  it('may leave out the group about the message, and what it is about', async () => {
    expect(await report(recipient, ['Content-Type: text/plain', '', 'x'])).toMatchObject({
      report: { recipients: [read1], originalMessageId: null },
    });
  });

  it('may be nonsense', async () => {
    const nonsense = ['Final-Recipient: ;;;', 'Action: exploded', 'Status: 9.9', ': :', '\\x{ffffff}'];
    expect(await report([...message, ...nonsense], returned)).toMatchObject({
      report: {
        recipients: [
          { action: null, status: null, originalRecipient: null, finalRecipient: null, diagnostic: null },
        ],
      },
    });
  });

  it('in a message that somebody forwards is not theirs', async () => {
    const mail = await read([
      'From: a@example.com',
      'Content-Type: message/rfc822',
      '',
      'Content-Type: message/delivery-status',
      '',
      ...message,
      ...recipient,
    ]);
    expect(mail).toMatchObject({ report: null, automatic: [] });
  });
});

describe('what a person wrote now', () => {
  it.each([
    ['Sure.\n\nOn Mon, Nov 21, 2026 at 9:00 AM Parley <a@b.example> wrote:\n> old', 'Sure.'],
    ['Geht 15 Uhr?\n\nAm Mo., 21. Nov. 2026 um 09:00 schrieb P <a@b.example>:\n\n> old', 'Geht 15 Uhr?'],
    ['Plutôt 15h ?\n\nLe lun. 21 nov. 2026 à 09:00, P <a@b.example> a écrit :\n> old', 'Plutôt 15h ?'],
    ['¿A las 3?\n\nEl lun, 21 nov 2026 a las 9:00, P (<a@b.example>) escribió:\n> old', '¿A las 3?'],
    ['Às 15h?\n\nEm seg., 21 de nov. de 2026 às 09:00, P <a@b.example> escreveu:\n> old', 'Às 15h?'],
    ['15時は?\n\n2026年11月21日(月) 9:00 P <a@b.example>:\n> old', '15時は?'],
    ['Ja\n\n________________________________\nVon: P\nGesendet: Montag\nAn: x\nBetreff: y\n\nold', 'Ja'],
    ['Fine\n\n-- \nA name\n+49 1', 'Fine'],
    ['Both\n\nlines', 'Both\n\nlines'],
  ])('%j', (text, newest) => {
    expect(newestOf(text)).toBe(newest);
  });

  it('is read of HTML where there is no plain text', async () => {
    const mail = await read([
      'From: a@example.com',
      'Content-Type: text/html; charset=utf-8',
      '',
      `<html><head><style>${'p{}'.repeat(50_000)}</style></head><body><p>At <b>15:00</b>?</p>`,
      '<div class="gmail_quote">On Monday P wrote:<blockquote>old</blockquote></div></body></html>',
    ]);
    expect(mail.text).toBe('At 15:00?');
  });

  it('is bounded', () => {
    expect(newestOf('word '.repeat(100_000)).length).toBeLessThan(10_001);
  });
});

it('a calendar in UTF-16 is read by its byte order mark, or by what an iCalendar begins with', async () => {
  const ics = 'BEGIN:VCALENDAR\r\nSUMMARY:Übung\r\nEND:VCALENDAR\r\n';
  const little = Buffer.from(ics, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const [charset, content] of [
    ['utf-16', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
    ['utf-16', Buffer.concat([Buffer.from([0xfe, 0xff]), big])],
    ['utf-16', little],
    ['utf-16', big],
    ['utf-16le', little],
    ['utf-16be', big],
    ['utf-8', Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
  ] as const) {
    const { calendars } = await read([
      `Content-Type: text/calendar; charset=${charset}`,
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64'),
    ]);
    expect(calendars[0]?.text).toBe(ics);
  }
});
