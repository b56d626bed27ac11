import { expect, it } from 'vitest';
import { readMail } from '../../../adapters/reading/mail-tasks.ts';

const CALENDAR = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:uid', 'SUMMARY:Café = 5'],
  ...['ATTENDEE;CN=Gina;PARTSTAT=DECLINED:mailto:gina@example.org', 'DTSTAMP:20300510T140000Z'],
  ...['END:VEVENT', 'END:VCALENDAR', ''],
].join('\r\n');
const UTF8 = Buffer.from(CALENDAR);
const UTF16LE = Buffer.from(CALENDAR, 'utf16le');
const UTF16BE = Buffer.from(CALENDAR, 'utf16le').swap16();
const MARK = Buffer.from('\ufeff');

const base64 = (octets: Buffer): string => octets.toString('base64').replace(/.{76}/g, '$&\r\n');
const quoted = CALENDAR.replaceAll('=', '=3D').replace('é', '=C3=A9');

/** POSIX.1-2017; `blank` is how a zero is written. */
function uu(octets: Buffer, blank = '`'): string {
  const lines: string[] = [];
  const letter = (six: number) => (six === 0 ? blank : String.fromCharCode(six + 32));
  for (let at = 0; at < octets.length; at += 45) {
    const piece = octets.subarray(at, at + 45);
    let line = letter(piece.length);
    for (let of = 0; of < piece.length; of += 3) {
      const [a = 0, b = 0, c = 0] = piece.subarray(of, of + 3);
      line += [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(letter).join('');
    }
    lines.push(line.trimEnd());
  }
  return ['begin 644 invite.ics', ...lines, blank, 'end', ''].join('\r\n');
}

const mail = (encoding: string | null, body: Buffer | string, charset = 'utf-8'): Buffer =>
  Buffer.concat([
    Buffer.from(
      [
        ...['From: gina@example.org', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', ''],
        ...['--b', 'Content-Type: text/plain', '', 'No.', '--b'],
        `Content-Type: text/calendar; method=REPLY${charset === '' ? '' : `; charset=${charset}`}`,
        ...(encoding === null ? [] : [`Content-Transfer-Encoding: ${encoding}`]),
        ...['', ''],
      ].join('\r\n'),
    ),
    Buffer.from(body),
    Buffer.from('\r\n--b--\r\n'),
  ]);

it.each([
  ['as it says', mail('8bit', UTF8)],
  ['base64, as it says', mail('base64', base64(UTF8))],
  ['quoted-printable, as it says', mail('quoted-printable', quoted)],
  ['base64 that is said to be 7bit', mail('7bit', base64(UTF8))],
  ['base64 that is said to be nothing', mail(null, base64(UTF8))],
  [
    'base64 with a mark that is said to be quoted-printable',
    mail('quoted-printable', base64(Buffer.concat([MARK, UTF8]))),
  ],
  ['text that is said to be base64', mail('base64', UTF8)],
  ['text with a mark that is said to be base64', mail('BASE64', Buffer.concat([MARK, UTF8]))],
  ['text that is said to be quoted-printable', mail('quoted-printable', UTF8)],
  ['quoted-printable that is said to be 8bit', mail('8bit', quoted)],
  ['quoted-printable that is said to be base64', mail('base64', quoted)],
  ['uuencoded', mail('x-uuencode', uu(UTF8))],
  ['uuencoded with blanks that were lost', mail('x-uue', uu(UTF8, ' '))],
  ['uuencoded that is said to be 7bit', mail('7bit', uu(UTF8))],
  ['UTF-16LE without a charset', mail('base64', base64(UTF16LE), '')],
  ['UTF-16BE that is said to be UTF-8', mail('base64', base64(UTF16BE))],
  ['UTF-16LE that is said to be Latin', mail('base64', base64(UTF16LE), 'iso-8859-1')],
  ['UTF-16LE in base64 that is said to be 7bit', mail('7bit', base64(UTF16LE))],
  ['UTF-8 that is said to be UTF-16', mail('base64', base64(UTF8), 'utf-16')],
  ['UTF-8 that is said to be UTF-16LE', mail('8bit', UTF8, 'utf-16le')],
])('a calendar in %s is read', async (_name, raw) => {
  const { mail: read, readings } = await readMail(raw);
  expect(readings).toMatchObject([
    { kind: 'reply', uid: 'uid', attendee: 'gina@example.org', partstat: 'DECLINED' },
  ]);
  expect(read.hasCalendar).toBe(true);
});

it('what is no calendar stays as it says', async () => {
  const text = (encoding: string, body: string) =>
    readMail(
      Buffer.from(
        `From: gina@example.org\r\nContent-Type: application/octet-stream; name=a.ics\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`,
      ),
    );
  for (const [encoding, body] of [
    ['7bit', 'QkVHSU5OSU5H'],
    ['7bit', 'begin 644 of them'],
    ['base64', 'BEGIN with care'],
  ] as const) {
    expect((await text(encoding, body)).readings).toMatchObject([{ kind: 'ignored', reason: 'no-calendar' }]);
  }
});
