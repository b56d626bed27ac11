import { answer, calendarPart, header, mail, MB, reply, type HostileMail } from './pieces.ts';

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

/** Messages that do harm by their headers and parts. */
export const HOSTILE_MESSAGES: HostileMail[] = [
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
    name: 'a NUL in the Message-ID',
    write: ({ uid, from }) =>
      Buffer.from(
        [`Message-ID: <a\0${uid}>`, `From: ${from}`, ...calendarPart, '', reply(uid, from)].join('\r\n'),
      ),
    gets: null,
  },
  {
    name: 'a header with 60,000 CR',
    write: ({ uid, from }) => mail(from, [`X: ${'\r'.repeat(60_000)}y`, ...calendarPart], reply(uid, from)),
    gets: null,
  },
  {
    name: 'a part’s header with 900,000 CR',
    write: ({ from }) =>
      mail(
        from,
        ['Content-Type: multipart/mixed; boundary=b'],
        `--b\r\nX: ${'\r'.repeat(900_000)}y\r\n\r\nhello\r\n--b--`,
      ),
    gets: 'no-calendar',
  },
  {
    name: '150 parts with 10,000 addresses each',
    write: ({ from }) =>
      mail(
        from,
        ['Content-Type: multipart/mixed; boundary=b'],
        `--b\r\nTo: ${'a@b.c,'.repeat(10_000)}\r\n\r\nhello\r\n`.repeat(150),
      ),
    gets: 'header-too-large',
  },
  {
    name: 'two From',
    write: ({ uid, from }) => mail(from, ['From: stranger@example.net', ...calendarPart], reply(uid, from)),
    gets: 'header-ambiguous',
  },
  {
    name: 'a second Content-Type',
    write: ({ uid, from }) => mail(from, [...calendarPart, 'Content-Type: text/plain'], reply(uid, from)),
    gets: 'header-ambiguous',
  },
  {
    name: 'a From of two',
    write: ({ uid, from }) => mail(`stranger@example.net, ${from}`, calendarPart, reply(uid, from)),
    gets: 'sender-not-attendee',
  },
  {
    name: 'the party’s address as the name of a stranger',
    write: ({ uid, from }) => mail(`"${from}" <stranger@example.net>`, calendarPart, reply(uid, from)),
    gets: 'sender-not-attendee',
  },
  {
    name: 'the party’s address in an encoded word',
    write: ({ uid, from }) =>
      mail(
        `=?utf-8?B?${Buffer.from(`a <${from}>`).toString('base64')}?= <stranger@example.net>`,
        calendarPart,
        reply(uid, from),
      ),
    gets: 'sender-not-attendee',
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
];
