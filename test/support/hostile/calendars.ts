import { answer, calendarPart, mail, reply, type HostileMail } from './pieces.ts';

/** Messages that do harm by their calendars. */
export const HOSTILE_CALENDARS: HostileMail[] = [
  {
    name: 'a CN and SUMMARY that break lines',
    write: answer(({ from }) => [
      `ATTENDEE;CN="a^nATTENDEE:mailto:victim@example.net";PARTSTAT=ACCEPTED:mailto:${from}`,
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
    gets: 'instance-unknown',
  },
  {
    name: '600 events in zones that have to be looked for',
    write: answer(
      () => [],
      Array.from({ length: 600 }, (_, i) => [
        'BEGIN:VEVENT',
        ...['DTSTART', 'DTEND', 'DTSTAMP', 'RECURRENCE-ID'].map(
          (name) => `${name};TZID="(UTC+01:00) ${'a,'.repeat(90)}${name}${i}":20300101T000000`,
        ),
        'END:VEVENT',
      ]).flat(),
    ),
    gets: 'partstat-needs-action',
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
    gets: 'unknown-uid',
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
