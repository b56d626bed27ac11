/** Messages that someone may send to do harm. Each is made when asked for: some are large. */
export interface HostileMail {
  /** As in docs/hostile-mail.md. */
  name: string;
  write(about: { uid: string; from: string }): Buffer;
  /** What it gets: the reason that it is ignored for; null: it is understood, and the harm is not done. */
  gets: string | null;
}

const MB = 1_000_000;

const header = (from: string, ...more: string[]) => [
  `From: ${from}`,
  'To: scheduling@parley.test',
  `Message-ID: <${Math.random()}@example.org>`,
  ...more,
];

const mail = (from: string, headers: string[], body: string): Buffer =>
  Buffer.from(`${header(from, ...headers).join('\r\n')}\r\n\r\n${body}`);

const calendarPart = ['MIME-Version: 1.0', 'Content-Type: text/calendar; method=REPLY; charset=utf-8'];

/** An answer that is understood, but for `lines` in the event, and `around` it in the calendar. */
const reply = (uid: string, from: string, lines: string[] = [], around: string[] = []): string =>
  [
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    ...around,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20300101T000000Z',
    `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${from}`,
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const answer =
  (lines: (about: { from: string }) => string[], around: string[] = []) =>
  ({ uid, from }: { uid: string; from: string }) =>
    mail(from, calendarPart, reply(uid, from, lines({ from }), around));

function nestedMultiparts(depth: number): string {
  let inner = 'Content-Type: text/plain\r\n\r\nhello';
  for (let i = depth; i > 0; i -= 1) {
    inner = `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n${inner}\r\n--b${i}--`;
  }
  return inner;
}

const nestedMessages = (depth: number): string =>
  'Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n'.repeat(depth) +
  'Content-Type: text/plain\r\n\r\nhello';

const whole = (from: string, entity: string): Buffer =>
  Buffer.from(`${header(from).join('\r\n')}\r\n${entity}`);

export const HOSTILE_MAIL: HostileMail[] = [
  {
    name: 'multiparts 1,000 deep',
    write: ({ from }) => whole(from, nestedMultiparts(1_000)),
    gets: 'too-many-parts',
  },
  {
    name: 'multiparts 900 deep',
    write: ({ from }) => whole(from, nestedMultiparts(900)),
    gets: 'no-calendar',
  },
  {
    name: '10,000 parts',
    write: ({ from }) =>
      mail(from, ['Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\nx\r\n'.repeat(10_000)),
    gets: 'too-many-parts',
  },
  {
    name: '2,000 parts',
    write: ({ from }) =>
      mail(from, ['Content-Type: multipart/mixed; boundary=b'], '--b\r\n\r\nx\r\n'.repeat(2_000)),
    gets: 'too-many-parts',
  },
  {
    name: '900 calendars',
    write: ({ uid, from }) =>
      mail(
        from,
        ['Content-Type: multipart/mixed; boundary=b'],
        `--b\r\nContent-Type: text/calendar; method=REPLY\r\n\r\n${reply(`${uid}-other`, from)}\r\n`.repeat(
          900,
        ),
      ),
    gets: 'unknown-uid',
  },
  {
    name: 'messages within messages, 1,000 deep',
    write: ({ from }) => whole(from, nestedMessages(1_000)),
    gets: 'no-calendar',
  },
  {
    name: 'an answer of a party in a message within a stranger’s',
    write: ({ uid, from }) =>
      whole(
        'stranger@example.net',
        `Content-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n${answer(() => [])({ uid, from }).toString()}`,
      ),
    gets: 'no-calendar',
  },
  {
    name: '50 MB of text',
    write: ({ from }) => mail(from, [], 'x'.repeat(998).concat('\r\n').repeat(50_000)),
    gets: 'message-too-large',
  },
  {
    name: '9.9 MB of base64',
    write: ({ uid, from }) =>
      mail(
        from,
        [...calendarPart, 'Content-Transfer-Encoding: base64'],
        Buffer.from(reply(uid, from, [`X-A:${'\0'.repeat(7.2 * MB)}`]))
          .toString('base64')
          .replace(/.{76}/g, '$&\r\n')
          .slice(0, 9.9 * MB),
      ),
    gets: 'calendar-too-large',
  },
  {
    name: '9.9 MB of quoted-printable in soft line breaks',
    write: ({ uid, from }) =>
      mail(
        from,
        [...calendarPart, 'Content-Transfer-Encoding: quoted-printable'],
        reply(uid, from).replaceAll('=', '=3D') + '=\r\n'.repeat(3.2 * MB),
      ),
    gets: 'too-many-lines',
  },
  {
    name: '9.9 MB of HTML, nested',
    write: ({ from }) => mail(from, ['Content-Type: text/html'], '<div>'.repeat(1.9 * MB)),
    gets: 'no-calendar',
  },
  {
    name: '9.9 MB in one line',
    write: ({ from }) => mail(from, ['Content-Type: text/plain'], 'On '.repeat(3.2 * MB)),
    gets: 'no-calendar',
  },
  {
    name: '9.9 MB of empty lines in a calendar',
    write: ({ uid, from }) => mail(from, calendarPart, `${reply(uid, from)}${'\n'.repeat(9.8 * MB)}`),
    gets: 'too-many-lines',
  },
  {
    name: 'a header line of 1 MB',
    write: ({ uid, from }) => mail(from, [`X-A: ${'a'.repeat(MB)}`, ...calendarPart], reply(uid, from)),
    gets: 'header-too-large',
  },
  {
    name: 'a Subject of half begun encoded words',
    write: ({ uid, from }) =>
      mail(from, [`Subject: ${'=?'.repeat(30_000)}`, ...calendarPart], reply(uid, from)),
    gets: null,
  },
  {
    name: 'a Subject of 4,000 encoded words',
    write: ({ uid, from }) =>
      mail(from, [`Subject: ${'=?utf-8?B?w5w=?= '.repeat(3_500)}`, ...calendarPart], reply(uid, from)),
    gets: null,
  },
  {
    name: '1,000,000,000 encoded words, as far as they go',
    write: ({ uid, from }) =>
      mail(from, [`Subject: ${'=?utf-8?Q?a?='.repeat(0.7 * MB)}`, ...calendarPart], reply(uid, from)),
    gets: 'header-too-large',
  },
  {
    name: 'a To of 60 kB of nested comments and quotes',
    write: ({ uid, from }) => mail(from, [`Cc: ${'("<'.repeat(20_000)}`, ...calendarPart], reply(uid, from)),
    gets: null,
  },
  {
    name: 'a Content-Type of 60 kB of parameters',
    write: ({ from }) => mail(from, [`Content-Type: text/calendar; ${'a*0*=%;'.repeat(8_000)}`], 'hello'),
    gets: 'no-calendar',
  },
  {
    name: '10,000 headers',
    write: ({ uid, from }) =>
      mail(from, [...Array<string>(10_000).fill('X: y'), ...calendarPart], reply(uid, from)),
    gets: null,
  },
  {
    name: 'two From',
    write: ({ uid, from }) => mail(from, ['From: stranger@example.net', ...calendarPart], reply(uid, from)),
    gets: 'unexpected-attendee',
  },
  {
    name: 'a From of two',
    write: ({ uid, from }) => mail(`stranger@example.net, ${from}`, calendarPart, reply(uid, from)),
    gets: 'unexpected-attendee',
  },
  {
    name: 'the party’s address as the name of a stranger',
    write: ({ uid, from }) => mail(`"${from}" <stranger@example.net>`, calendarPart, reply(uid, from)),
    gets: 'unexpected-attendee',
  },
  {
    name: 'the party’s address in an encoded word',
    write: ({ uid, from }) =>
      mail(
        `=?utf-8?B?${Buffer.from(`a <${from}>`).toString('base64')}?= <stranger@example.net>`,
        calendarPart,
        reply(uid, from),
      ),
    gets: 'unexpected-attendee',
  },
  {
    name: 'a display name that breaks the line',
    write: ({ uid, from }) =>
      mail(
        `=?utf-8?Q?a=0D=0ABcc:_victim@example.net?= <${from}>`,
        ['Subject: =?utf-8?Q?a=0D=0ABcc:_victim@example.net?=', ...calendarPart],
        reply(uid, from, ['COMMENT:a\\nBcc: victim@example.net']),
      ),
    gets: null,
  },
  {
    name: 'a CN and SUMMARY that break lines',
    write: answer(({ from }) => [
      `ATTENDEE;CN="a^nATTENDEE:mailto:victim@example.net";PARTSTAT=DECLINED:mailto:${from}`,
      'SUMMARY:a\\nEND:VEVENT\\nBEGIN:VEVENT',
    ]),
    gets: null,
  },
  { name: 'NULs in every value', write: answer(() => ['SUMMARY:a\0b', 'COMMENT:\0', 'X-\0A:b']), gets: null },
  {
    name: 'NULs in the header',
    write: ({ uid, from }) =>
      mail(from, ['Subject: a\0b', 'X-\0: \0', 'In-Reply-To: <\0@x>', ...calendarPart], reply(uid, from)),
    gets: null,
  },
  {
    name: 'an RRULE that never ends',
    write: answer(() => ['DTSTART:20300101T000000Z', 'RRULE:FREQ=SECONDLY', 'EXRULE:FREQ=SECONDLY']),
    gets: null,
  },
  {
    name: 'a VTIMEZONE that changes every second',
    write: ({ uid, from }) =>
      mail(
        from,
        calendarPart,
        reply(
          uid,
          from,
          ['DTSTART;TZID=Z:20300101T000000', 'RECURRENCE-ID;TZID=Z:20300101T000000'],
          [
            'BEGIN:VTIMEZONE',
            'TZID:Z',
            ...Array.from({ length: 900 }, (_, i) => [
              'BEGIN:STANDARD',
              'DTSTART:00010101T000000',
              'TZOFFSETFROM:+0000',
              `TZOFFSETTO:+00${String(i % 60).padStart(2, '0')}`,
              'RRULE:FREQ=SECONDLY',
              'END:STANDARD',
            ]).flat(),
            'END:VTIMEZONE',
          ],
        ),
      ),
    gets: null,
  },
  {
    name: '100,000 attendees',
    write: ({ uid, from }) =>
      mail(
        from,
        calendarPart,
        reply(uid, from, Array<string>(100_000).fill('ATTENDEE;PARTSTAT=DECLINED:mailto:a@b.example')),
      ),
    gets: 'calendar-too-large',
  },
  {
    name: '20,000 attendees',
    write: answer(() => Array<string>(20_000).fill('ATTENDEE;PARTSTAT=DECLINED:mailto:a@b.example')),
    gets: null,
  },
  {
    name: '10,000 components, nested',
    write: ({ uid, from }) =>
      mail(from, calendarPart, reply(uid, from, Array<string>(10_000).fill('BEGIN:VALARM'))),
    gets: 'calendar-too-large',
  },
  {
    name: '1,900 components, nested',
    write: answer(() => Array<string>(1_900).fill('BEGIN:VALARM')),
    gets: null,
  },
  {
    name: 'a line folded 200,000 times',
    write: answer(() => [`X-A:${'\r\n a'.repeat(200_000)}`]),
    gets: null,
  },
  {
    name: 'a line of 200,000 parameters',
    write: answer(() => [`X-A${';a=b'.repeat(200_000)}:c`]),
    gets: null,
  },
  {
    name: 'a line of quotes that never close',
    write: answer(() => [`X-A;a=${'"'.repeat(400_001)}`, `X-B;a=${'^"'.repeat(200_000)}:c`]),
    gets: null,
  },
  {
    name: 'a SEQUENCE and times beyond all numbers',
    write: answer(() => [
      'SEQUENCE:99999999999999999999',
      'DTSTART:99999999T999999Z',
      'DURATION:P99999999999W',
    ]),
    gets: null,
  },
  {
    name: 'a UID of 900 kB',
    write: ({ from }) => mail(from, calendarPart, reply('u'.repeat(900_000), from)),
    gets: 'uid-missing',
  },
  {
    name: 'a UID of 800 characters that do not compress',
    write: ({ from }) =>
      mail(
        from,
        calendarPart,
        reply(
          Array.from({ length: 800 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join(
            '',
          ),
          from,
        ),
      ),
    gets: 'unknown-uid',
  },
  {
    name: 'a METHOD of 900 kB',
    write: ({ uid, from }) =>
      mail(from, calendarPart, reply(uid, from).replace('METHOD:REPLY', `METHOD:${'x'.repeat(900_000)}`)),
    gets: 'method-not-understood',
  },
  {
    name: 'an ATTENDEE of 900 kB',
    write: ({ uid, from }) =>
      mail(from, calendarPart, reply(uid, from).replace(`mailto:${from}`, `mailto:${'x'.repeat(900_000)}@x`)),
    gets: null,
  },
  {
    name: 'names of JavaScript',
    write: answer(
      () => ['__PROTO__:a', 'CONSTRUCTOR;__PROTO__=a:b', 'ATTENDEE;CN=__proto__:mailto:__proto__@x'],
      ['__PROTO__:a', 'TOSTRING:b'],
    ),
    gets: null,
  },
];
