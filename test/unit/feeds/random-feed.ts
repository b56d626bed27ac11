import fc from 'fast-check';
import { HOUR, NOW, utc } from './support.ts';

/** One odd line in a feed, and all of it has to be read. */
const usually = (sound: readonly string[], odd: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...sound) },
    { weight: 1, arbitrary: fc.constantFrom(...odd) },
  );

/** Of few names, so that events share them. */
const uid = usually(
  [
    ...[
      'UID:a',
      'UID:b',
      'UID: b',
      'uid:c',
      'UID:c@x.example',
      'UID:c@x\r\n .example',
      'UID:c@x.\r\n\texample',
    ],
    ...[
      'UID:d',
      'UID:d',
      'UID:e',
      'UID:',
      'UID:a\r\nUID:b',
      'X-UID:a',
      'UID:a,b',
      'UID:é',
      'BEGINS:x\r\nUID:f',
    ],
  ],
  ['UID;X-A="b:c":a', 'UID:a\\,b', 'U\r\n ID:b', 'UID :b', 'BEGIN:x', 'END : VEVENT', 'end:vevent'],
);

/** Where it is, and where it only seems to be. */
const place = fc.constantFrom(
  ...['LOCATION:https://parley.example/max', 'LOCATION:https://parley.example/room/max', 'URL:/room/max'],
  'location;LANGUAGE="a:b;/":https://parley.example/m\r\n ax',
  'DESCRIPTION:Join\\nhttps://parley.example/\r\n\tmax\\, now',
  'X-ALT-DESC;FMTTYPE=text/html:<a href="https:&#47;&#x2F;parley.example&sol;ma\r\n x">',
  'X-A:u=https%3A%2F%2Fparley.example%2\r\n F\r\n max&x',
  'LOCATION;ALTREP="https://parley.example/MAX":there',
  ...[
    'DESCRIPTION:/max room',
    'SUMMARY:https://parley.example/max',
    'LOCATION:https://parley.example/max\r\n -2',
  ],
  ...['LOCATION:https://parley.example/max-2', 'LOCATION:https://parley.example/m', 'LOCATION:elsewhere'],
  ...[
    'LOCATION:https://other.example/max',
    'X-B:1',
    'SUMMARY:max',
    'SUMMARY:With m\r\n ax\\, later',
    'summary;LANGUAGE=de:Plan\\nmax',
    'SUMMARY:ｍａｘ',
    'LOCATION:https://parley.example/maximum',
  ],
);

const FIRST = NOW - 30 * HOUR;
const inBerlin = (ms: number): string => utc(ms + HOUR).slice(0, -1);

/** Weeks away, where it need not be read, or seems not to. */
const farStart = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 100, max: 900 }), fc.boolean())
  .map(([kind, hour, before]) => {
    const ms = NOW + (before ? -hour : hour) * HOUR;
    const [from, to] = [inBerlin(ms), inBerlin(ms + HOUR)];
    const day = from.slice(0, 8);
    return [
      `DTSTART:${utc(ms)}\r\nDTEND:${utc(ms + HOUR)}`,
      `DTSTART;TZID=Europe/Berlin:${from}\r\nDTEND;TZID=Europe/Berlin:${to}`,
      `DTSTART;TZID=W. Europe Standard Time:${from}\r\nDTEND;TZID=W. Europe Standard Time:${to}`,
      `DTSTART:${utc(ms)}`,
      `DTSTART:${utc(ms)}\r\nDTEND:${utc(NOW + 2 * HOUR)}`,
      `DTSTART;VALUE=DATE:${day}`,
      `DTSTART;TZID=Nowhere/At-All:${from}\r\nDTEND;TZID=Nowhere/At-All:${to}`,
      `DTSTART:${utc(ms)}\r\nDURATION:P40D`,
      `DTSTART:${day}T250000Z`,
      `DTSTART:2026${day.slice(4, 6)}31T100000Z`,
    ][kind]!;
  });

const nearStart = fc
  .tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: -60, max: 90 }))
  .map(([kind, hour]) => {
    const ms = NOW + hour * HOUR;
    if (kind < 3) return `DTSTART:${utc(ms)}\r\nDTEND:${utc(ms + HOUR)}`;
    if (kind < 5) return `DTSTART;TZID="Europe/Berlin":${inBerlin(ms)}\r\nDURATION:PT30M`;
    if (kind === 5) return `DTSTART;VALUE=DATE:${utc(ms).slice(0, 8)}`;
    return ['DTSTART:soon', 'X-A:b', `DTSTART:${inBerlin(ms)}`][kind - 6] as string;
  });

const start = fc.oneof({ weight: 2, arbitrary: nearStart }, { weight: 1, arbitrary: farStart });

const recurrence = fc.constantFrom(
  ...['', '', '', 'RRULE:FREQ=DAILY', 'rrule:FREQ=WEEKLY;BYDAY=MO,TU', 'RRULE:FREQ=DA\r\n ILY;COUNT=5'],
  ...['RRULE:FREQ=NEVER', `RRULE:FREQ=DAILY\r\nEXDATE:${utc(FIRST)}`, 'RRULE:FREQ=MINUTELY;COUNT=9'],
  `RDATE:${utc(NOW + 5 * HOUR)}`,
);

const override = fc
  .tuple(fc.boolean(), fc.integer({ min: 0, max: 4 }))
  .map(([isOne, day]) => (isOne ? `RECURRENCE-ID:${utc(FIRST + day * 24 * HOUR)}` : ''));

const more = usually(
  [
    ...['', '', '', 'STATUS:CANCELLED', 'SEQUENCE:2', 'BEGIN:VALARM\r\nUID:z\r\nX-A:/max\r\nEND:VALARM'],
    ...[
      'DTEND:never',
      'X-A;B="\r\n c":d',
      'ATTENDEE;CN="BEGIN:VEVENT":mailto:a@b.example',
      'X-A:b\r\n UID:c',
    ],
  ],
  ['no line', 'END:VALARM', 'BEGIN:VEVENT', 'X-A:b\rUID:c', ' ', 'BEGIN:VALARM', '\u00a0UID:c'],
);

const event = fc
  .tuple(uid, place, start, recurrence, override, more)
  .map((lines) => ['BEGIN:VEVENT', ...lines.filter((line) => line !== ''), 'END:VEVENT'].join('\r\n'));

const zone = [
  ...['BEGIN:VTIMEZONE', 'TZID:Europe/Berlin', 'BEGIN:STANDARD', 'DTSTART:19701025T030000'],
  ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE'],
].join('\r\n');

const calendar = fc
  .tuple(
    fc.constantFrom('VERSION:2.0', 'METHOD:CANCEL', 'X-WR-TIMEZONE:America/New_York', zone),
    fc.array(event, { minLength: 1, maxLength: 6 }),
    fc.constantFrom('PRODID:x', 'BEGIN:VTODO\r\nUID:a\r\nEND:VTODO', 'X-WR-TIMEZONE:Asia/Tokyo', zone),
  )
  .map(([before, events, after]) =>
    ['BEGIN:VCALENDAR', before, ...events, after, 'END:VCALENDAR', ''].join('\r\n'),
  );

/** Feeds of a room `max` and of others, most of them sound, with every line end. */
export const randomFeed: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(calendar, { minLength: 1, maxLength: 2 }),
    fc.constantFrom('\r\n', '\r\n', '\n', '\n', '\r'),
  )
  .map(([calendars, end]) => calendars.join('').replaceAll('\r\n', end));
