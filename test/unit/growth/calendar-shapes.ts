import {
  calendarOf,
  eventOf,
  hour,
  lines,
  numbered,
  PLACE,
  repeated,
  RUNS,
  START,
  type Shape,
} from './pieces.ts';

const calendar = (name: string, make: Shape['make']): Shape => ({ name, content: 'calendar', make });
const pieces = (name: string, piece: (index: number) => string): Shape =>
  calendar(name, (size) => calendarOf(numbered(size, piece)));
const inOneEvent = (name: string, piece: (index: number) => string): Shape =>
  calendar(name, (size) => calendarOf(eventOf(START, numbered(size, piece))));
const rules = (name: string, ...inside: string[]): Shape =>
  pieces(name, (index) => lines('BEGIN:VEVENT', `UID:${index}`, PLACE, START, ...inside, 'END:VEVENT'));

/** A run in every place of a calendar at once. */
function everywhere([name, piece]: readonly [string, string]): Shape {
  return calendar(`${name} everywhere`, (size) => {
    const run = repeated(piece)(size / 16);
    const zone = lines(
      'BEGIN:VTIMEZONE',
      `TZID:${run}`,
      'BEGIN:STANDARD',
      `DTSTART:${run}`,
      `TZOFFSETFROM:${run}`,
      `RRULE:${run}`,
      'END:STANDARD',
    );
    const event = eventOf(
      `DTSTART;TZID=${run}:20260302T090000`,
      `DTEND;TZID="${run}":20260302T090000`,
      `RECURRENCE-ID;TZID=a:${run}:20260302T090000`,
      `RDATE ;TZID = ${run} : 20260302T090000`,
      `DUE ;X = a${run}@ : 20260302T090000`,
      `DTSTAMP;TZID=a:${run}\u2028:20260302T090000`,
      `${run}:x`,
      `X-A${run}:x`,
      `X-B;C=d${run}:x`,
      `DESCRIPTION:${run}`,
      `SUMMARY;ALTREP="${run}":${run}`,
      `EXDATE:${run}`,
      `RRULE:FREQ=DAILY;BYDAY=${run}`,
      `DURATION:P${run}`,
      `ATTENDEE;CN=${run}:mailto:${run}`,
      `BEGIN:${run}`,
      `END ${run}`,
    );
    return calendarOf(lines(run, zone, 'END:VTIMEZONE', event));
  });
}

export const CALENDARS: readonly Shape[] = [
  ...RUNS.map(everywhere),
  calendar('BEGINs', (size) => `BEGIN:VCALENDAR\r\n${repeated('BEGIN:A\r\n')(size)}`),
  calendar('BEGINs of other names', (size) => `BEGIN:VCALENDAR\r\n${numbered(size, (i) => `BEGIN:A${i}`)}`),
  calendar(
    'BEGINs and strange ENDs',
    (size) => `BEGIN:VCALENDAR\r\n${repeated('BEGIN:A\r\n')(size / 2)}${repeated('END:B\r\n')(size / 2)}`,
  ),
  calendar(
    'BEGINs, each with a strange END',
    (size) => `BEGIN:VCALENDAR\r\n${repeated('BEGIN:A\r\nEND:B\r\n')(size)}`,
  ),
  calendar(
    'components within components',
    (size) =>
      `BEGIN:VCALENDAR\r\n${repeated('BEGIN:VEVENT\r\n')(size / 2)}${repeated('END:VEVENT\r\n')(size / 2)}`,
  ),
  pieces('components', () => 'BEGIN:A\r\nEND:A'),
  pieces('spoilt delimiters', () => 'BEGIN;A:B'),
  pieces('properties of a calendar', () => 'X-WR-CALNAME:a'),
  calendar('calendars', (size) =>
    numbered(size, (index) => calendarOf(lines('BEGIN:VEVENT', `UID:${index}`, START, 'END:VEVENT'))),
  ),
  calendar('calendars of one series', (size) =>
    numbered(size, (index) =>
      calendarOf(eventOf(`DTSTART:${hour(index)}Z`, `RECURRENCE-ID:${hour(index)}Z`)),
    ),
  ),
  calendar('calendars with zones', (size) =>
    numbered(size, (index) =>
      calendarOf(
        lines(
          'BEGIN:VTIMEZONE',
          `TZID:Z${index}`,
          'BEGIN:STANDARD',
          'DTSTART:16010101T000000',
          'TZOFFSETFROM:+0100',
          'TZOFFSETTO:+0200',
          'END:STANDARD',
          'END:VTIMEZONE',
          'BEGIN:VEVENT',
          `UID:${index}`,
          `DTSTART;TZID=Z${index}:20260302T090000`,
          'END:VEVENT',
        ),
      ),
    ),
  ),
  pieces('events', (index) => lines('BEGIN:VEVENT', `UID:${index}`, PLACE, START, 'END:VEVENT')),
  pieces('events that are not read', (index) => lines('BEGIN:VEVENT', `UID:${index}`, 'a', 'END:VEVENT')),
  pieces('events that ical.js refuses', (i) =>
    lines('BEGIN:VEVENT', `UID:${i}`, 'X-A;VALUE=RECUR:FREQ=NEVER', 'END:VEVENT'),
  ),
  pieces('events of one UID', (index) => eventOf(`DTSTART:${hour(index)}Z`)),
  pieces('an event again and again', () => eventOf(START)),
  pieces('events without a UID', (index) => lines('BEGIN:VEVENT', `DTSTART:${hour(index)}Z`, 'END:VEVENT')),
  pieces('events in unknown zones', (i) => eventOf(`DTSTART;TZID=Nowhere ${i}:20260302T090000`)),
  pieces('events in zones by cities', (i) => eventOf(`DTSTART;TZID="(UTC+01:00) A, B${i}":20260302T090000`)),
  pieces('VTIMEZONEs', (index) => lines('BEGIN:VTIMEZONE', `TZID:Z${index}`, 'END:VTIMEZONE')),
  calendar('observances of a zone', (size) => {
    const observances = numbered(size, (index) =>
      lines(
        'BEGIN:STANDARD',
        `DTSTART:${hour(index)}`,
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
        'END:STANDARD',
      ),
    );
    const zone = lines('BEGIN:VTIMEZONE', 'TZID:Z', observances, 'END:VTIMEZONE');
    return calendarOf(lines(zone, eventOf('DTSTART;TZID=Z:20260302T090000')));
  }),
  calendar('observances of a zone that say nothing', (size) => {
    const observances = numbered(size, () => lines('BEGIN:STANDARD', 'TZOFFSETTO:+0200', 'END:STANDARD'));
    const zone = lines('BEGIN:VTIMEZONE', 'TZID:Z', observances, 'END:VTIMEZONE');
    return calendarOf(lines(zone, eventOf('DTSTART;TZID=Z:20260302T090000')));
  }),
  calendar('rules of a zone', (size) => {
    const rules = numbered(size, (index) => `RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=${index + 1}`);
    const offsets = ['TZOFFSETFROM:0100', 'TZOFFSETTO:0200'];
    const observance = ['BEGIN:STANDARD', 'DTSTART:16010101T000000', ...offsets, rules, 'END:STANDARD'];
    const zone = lines('BEGIN:VTIMEZONE', 'TZID:Z', ...observance, 'END:VTIMEZONE');
    return calendarOf(lines(zone, eventOf('DTSTART;TZID=Z:20260302T090000')));
  }),
  calendar('events of a zone of one season', (size) => {
    const offsets = ['TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500'];
    const observance = ['BEGIN:STANDARD', 'DTSTART:16010101T000000', ...offsets, 'END:STANDARD'];
    const zone = lines('BEGIN:VTIMEZONE', 'TZID:Europe/Vienna', ...observance, 'END:VTIMEZONE');
    const events = numbered(size, (index) =>
      lines('BEGIN:VEVENT', `UID:${index}`, `DTSTART;TZID=Europe/Vienna:${hour(index)}`, 'END:VEVENT'),
    );
    return calendarOf(lines(zone, events));
  }),
  pieces('events in zones with colons', (i) => eventOf(`DTSTART;TZID=(UTC+01:00) A, B${i}:20260302T090000`)),
  calendar('dates of a zone', (size) => {
    const dates = numbered(size, (index) => `RDATE:${hour(index)}`);
    const offsets = ['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'];
    const observance = ['BEGIN:STANDARD', 'DTSTART:16010101T000000', ...offsets, dates, 'END:STANDARD'];
    const zone = lines('BEGIN:VTIMEZONE', 'TZID:Z', ...observance, 'END:VTIMEZONE');
    return calendarOf(lines(zone, eventOf('DTSTART;TZID=Z:20260302T090000')));
  }),
  inOneEvent('properties of an event', () => 'SUMMARY:a'),
  inOneEvent('attendees', (index) => `ATTENDEE;CN="a:b":mailto:${index}@b.example`),
  inOneEvent('members', (index) => `ATTENDEE;MEMBER="mailto:a@b","mailto:c@d":mailto:${index}@b.example`),
  inOneEvent('DTSTARTs', (index) => `DTSTART:${hour(index)}Z`),
  inOneEvent('EXDATEs', (index) => `EXDATE:${hour(index)}Z`),
  inOneEvent('RDATEs', (index) => `RDATE:${hour(index)}Z`),
  inOneEvent('RDATEs that are periods', (index) => `RDATE;VALUE=PERIOD:${hour(index)}Z/PT1H`),
  inOneEvent('RDATEs and EXDATEs that are days', (i) => {
    const day = hour(24 * i).slice(0, 8);
    return lines(`RDATE;VALUE=DATE:${day}`, `EXDATE;VALUE=DATE:${day}`);
  }),
  calendar('an EXDATE of a list', (size) => {
    const dates = numbered(size, (index) => hour(index)).replaceAll('\r\n', ',');
    return calendarOf(eventOf(START, 'RRULE:FREQ=HOURLY', `EXDATE:${dates}`));
  }),
  calendar('an EXDATE of a list with semicolons and blanks', (size) => {
    const dates = numbered(size, (index) => hour(index)).replaceAll('\r\n', '; ');
    return calendarOf(eventOf(START, 'RRULE:FREQ=HOURLY', `EXDATE:${dates}`));
  }),
  inOneEvent('RRULEs', (index) => `RRULE:FREQ=DAILY;INTERVAL=${index + 1}`),
  inOneEvent('RRULEs by seconds', (index) => `RRULE:FREQ=SECONDLY;INTERVAL=${index + 1}`),
  inOneEvent('EXRULEs', (index) => lines('RRULE:FREQ=SECONDLY', `EXRULE:FREQ=DAILY;INTERVAL=${index + 1}`)),
  ...[
    ['changed instances', ''],
    ['changed instances that go on', ';RANGE=THISANDFUTURE'],
  ].map(([name = '', range]) =>
    calendar(name, (size) => {
      const changed = numbered(size, (i) =>
        eventOf(`DTSTART:${hour(i)}Z`, `RECURRENCE-ID${range}:${hour(i)}Z`),
      );
      return calendarOf(lines(eventOf(START, 'RRULE:FREQ=HOURLY', 'RRULE:FREQ=DAILY'), changed));
    }),
  ),
  calendar('changed instances by their days, among dates', (size) => {
    const dates = numbered(size / 2, (index) => `RDATE:${hour(index)}Z`);
    const changed = numbered(size / 2, (index) =>
      eventOf(`RECURRENCE-ID;VALUE=DATE:${hour(24 * index).slice(0, 8)}`, START),
    );
    return calendarOf(lines(eventOf(START, dates), changed));
  }),
  calendar('changed instances that go on, of many rules', (size) => {
    const series = eventOf(
      START,
      numbered(size / 2, (i) => `RRULE:FREQ=YEARLY;INTERVAL=${i + 1}`),
    );
    const changed = numbered(size / 2, (i) =>
      eventOf(`DTSTART:${hour(i)}Z`, `RECURRENCE-ID;RANGE=THISANDFUTURE:${hour(i)}Z`),
    );
    return calendarOf(lines(series, changed));
  }),
  rules('rules by seconds', 'RRULE:FREQ=SECONDLY'),
  pieces('rules by seconds, each its own', (index) =>
    lines(
      'BEGIN:VEVENT',
      `UID:${index}`,
      PLACE,
      START,
      `RRULE:FREQ=SECONDLY;INTERVAL=${index + 7}`,
      'END:VEVENT',
    ),
  ),
  rules('rules by seconds, long past', 'RRULE:FREQ=SECONDLY;UNTIL=20260303T000000Z'),
  rules('rules by seconds that leave all out', 'RRULE:FREQ=SECONDLY', 'EXRULE:FREQ=SECONDLY'),
  rules('rules by minutes and seconds', 'RRULE:FREQ=MINUTELY;BYSECOND=1,2,3,4,5,6,7,8,9'),
  rules('rules of long lists', `RRULE:FREQ=YEARLY;BYYEARDAY=${list(366)}`),
  rules('rules of long lists, counted', `RRULE:FREQ=YEARLY;COUNT=999999;BYYEARDAY=${list(366)}`),
  rules('rules by position', 'RRULE:FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=1,2,3,4;BYSETPOS=-1,1,2,3'),
  rules('rules that name no day', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31'),
  rules('rules that name no day, counted', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31;COUNT=2'),
  rules('rules of seconds that name no day, counted', 'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31;COUNT=2'),
  rules('rules of large counts', 'RRULE:FREQ=DAILY;BYDAY=MO,TU;BYMONTH=1;COUNT=99999999999'),
  rules('rules of seconds and large counts', 'RRULE:FREQ=SECONDLY;INTERVAL=86399;BYDAY=MO;COUNT=99999999999'),
  rules('rules of large intervals', 'RRULE:FREQ=HOURLY;INTERVAL=99999999999'),
  rules('rules in long events', 'RRULE:FREQ=MINUTELY', 'DURATION:P1000000D'),
];

function list(count: number): string {
  return Array.from({ length: count }, (_, index) => index + 1).join(',');
}

const rule = (name: string, before: string, piece: string): Shape => ({
  name,
  content: 'rule',
  make: (size) => before + repeated(piece)(Math.max(0, size - before.length)),
});

export const RULES: readonly Shape[] = [
  rule('a list of days', 'FREQ=WEEKLY;BYDAY=MO', ',TU'),
  rule('a list of seconds', 'FREQ=DAILY;BYSECOND=1', ',59'),
  rule('a list of blanks', 'FREQ=DAILY;BYSECOND=1', ', '),
  rule('parts', 'FREQ=DAILY', ';X-A=B'),
  rule('a large count', 'FREQ=DAILY;COUNT=', '9'),
  rule('a long UNTIL', 'FREQ=DAILY;UNTIL=', '2026'),
];
