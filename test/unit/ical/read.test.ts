import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_LIMITS } from '../../../domain/ical/prepare.ts';
import { readCalendar } from '../../../domain/ical/read.ts';
import { resolveFloating } from '../../../domain/ical/read-time.ts';
import { writeCalendar } from '../../../domain/ical/write.ts';
import { calendarMessage } from './support.ts';

const calendar = (lines: string[], end = '\r\n', before = '') =>
  [
    `${before}BEGIN:VCALENDAR`,
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    'UID:u1',
    ...lines,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join(end);
const timeOf = (...lines: string[]) => readCalendar(calendar(lines)).events[0]?.time;
const utc = (...fields: [number, number, number, number, number]) => Date.UTC(...fields);

describe('a calendar that is read', () => {
  it.each([
    ['LF line ends', '\n', ''],
    ['CR line ends', '\r', ''],
    ['a byte order mark', '\r\n', '\ufeff'],
    ['empty lines between', '\r\n\r\n', ''],
  ])('may have %s', (_, end, before) => {
    const read = readCalendar(calendar(['DTSTAMP:20261120T091200Z', 'SEQUENCE:3'], end, before));
    expect(read).toMatchObject({
      method: 'REPLY',
      problems: [],
      events: [{ uid: 'u1', sequence: 3, dtstampMs: utc(2026, 10, 20, 9, 12), time: null }],
    });
  });

  it('gives attendees and organizer in lower case, with any case of MAILTO', () => {
    const [event] = readCalendar(
      calendar([
        'ATTENDEE;PARTSTAT=accepted;CN="Ann; B":MAILTO:Ann@Example.com',
        'ORGANIZER:Mailto:Org@Example.com',
      ]),
    ).events;
    expect(event?.attendees).toEqual([
      { address: 'ann@example.com', partstat: 'ACCEPTED', cn: 'Ann; B', sentBy: null, delegatedFrom: null },
    ]);
    expect(event?.organizer).toBe('org@example.com');
  });

  it('takes the address from EMAIL where the value is none', () => {
    const [event] = readCalendar(calendar(['ATTENDEE;EMAIL=a@example.com:urn:uuid:1'])).events;
    expect(event?.attendees[0]).toMatchObject({ address: 'a@example.com', partstat: 'NEEDS-ACTION' });
  });

  it('keeps what can be read of a broken one, and says what could not', () => {
    const read = readCalendar(
      'BEGIN:VCALENDAR\nMETHOD:REPLY\nthis is no line\nBEGIN:VEVENT\nUID:u1\nDTSTART:tomorrow\nEND:VEVENT\nBEGIN:VEVENT\nUID:u2\n',
    );
    expect(read.events.map(({ uid }) => uid)).toEqual(['u1', 'u2']);
    expect(read.problems).toEqual(expect.arrayContaining(['line-unreadable', 'component-unbalanced']));
    expect(read.events.map(({ timeProblem }) => timeProblem)).toEqual(['time-unreadable', null]);
  });

  it('never throws, and ends soon, whatever the text', () => {
    const line = fc.constantFrom(
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VTIMEZONE',
      'END:VTIMEZONE',
      'BEGIN:STANDARD',
      'END:STANDARD',
      'UID:x',
      'DTSTART;TZID=X:20261124T150000',
      'DTSTART:99999999T999999',
      'DTEND;VALUE=DATE:20261124',
      'DURATION:P',
      'SEQUENCE:-1',
      'SEQUENCE:x',
      'RRULE:FREQ=SECONDLY',
      'RRULE:FREQ=NEVER',
      'TZOFFSETTO:+9999',
      'TZOFFSETFROM:x',
      'TZID:X',
      ':',
      ';',
      'A;B="',
      'ATTENDEE:',
      'METHOD:',
      ' folded',
      '\u0000',
      'RDATE:20261124T150000/PT1H',
      'DTSTAMP:x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary' })), { maxLength: 60 }), (lines) => {
        expect(() => readCalendar(lines.join('\r\n'))).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it('is refused when it is large', () => {
    const large = readCalendar(calendar([`DESCRIPTION:${'x'.repeat(20_000_000)}`]));
    const many = readCalendar('BEGIN:VEVENT\nEND:VEVENT\n'.repeat(ANSWER_LIMITS.components + 1));
    expect(large).toEqual({ method: null, events: [], problems: ['calendar-too-large'] });
    expect(many.problems).toEqual(['too-many-components']);
  });
});

describe('the time of an event', () => {
  it('is DTSTART and DTEND in UTC, in an IANA zone or in a Windows zone', () => {
    const expected = {
      startMs: utc(2026, 10, 24, 14, 0),
      endMs: utc(2026, 10, 24, 15, 0),
      floating: false,
      allDay: false,
    };
    expect(timeOf('DTSTART:20261124T140000Z', 'DTEND:20261124T150000Z')).toEqual(expected);
    for (const zone of [
      'Europe/Berlin',
      'W. Europe Standard Time',
      '"W. Europe Standard Time"',
      '/mozilla.org/20050126_1/Europe/Berlin',
    ]) {
      expect(timeOf(`DTSTART;TZID=${zone}:20261124T150000`, `DTEND;TZID=${zone}:20261124T160000`)).toEqual(
        expected,
      );
    }
  });

  it('ends by DURATION, after a day, or at once', () => {
    expect(timeOf('DTSTART:20261124T140000Z', 'DURATION:PT45M')?.endMs).toBe(utc(2026, 10, 24, 14, 45));
    expect(timeOf('DTSTART;VALUE=DATE:20261124')).toMatchObject({
      allDay: true,
      endMs: utc(2026, 10, 25, 0, 0),
    });
    expect(timeOf('DTSTART:20261124T140000Z')?.endMs).toBe(utc(2026, 10, 24, 14, 0));
  });

  it("is floating without a zone, and then its reader's", () => {
    const time = timeOf('DTSTART:20261124T150000', 'DTEND:20261124T160000');
    expect(time?.floating).toBe(true);
    expect(time && resolveFloating(time, 'America/New_York').startMs).toBe(utc(2026, 10, 24, 20, 0));
  });

  it('goes by the VTIMEZONE of the file before the name of the zone', () => {
    const custom = [
      'BEGIN:VCALENDAR',
      'METHOD:COUNTER',
      'BEGIN:VTIMEZONE',
      'TZID:Customized Time Zone',
      'BEGIN:STANDARD',
      'DTSTART:16010101T030000',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
      'END:STANDARD',
      'BEGIN:DAYLIGHT',
      'DTSTART:16010101T020000',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
      'END:DAYLIGHT',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:u1',
      'DTSTART;TZID=Customized Time Zone:20400724T150000',
      'DTEND;TZID=Customized Time Zone:20401124T150000',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    expect(readCalendar(custom).events[0]?.time).toMatchObject({
      startMs: utc(2040, 6, 24, 13, 0),
      endMs: utc(2040, 10, 24, 14, 0),
    });
  });

  it('does not expand a hostile rule', () => {
    const read = readCalendar(
      'BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0000\nTZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:u\nDTSTART;TZID=X:20261124T150000\nEND:VEVENT\nEND:VCALENDAR',
    );
    expect(read.events[0]?.timeProblem).toBe('zone-unknown');
  });

  it('comes back as it was written, in any zone and at any time', () => {
    const zones = fc.constantFrom(
      'Europe/Berlin',
      'America/Santiago',
      'Africa/Casablanca',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'Asia/Tokyo',
      'America/Nuuk',
    );
    const minutes = fc.integer({ min: utc(2020, 0, 1, 0, 0) / 60_000, max: utc(2045, 0, 1, 0, 0) / 60_000 });
    fc.assert(
      fc.property(zones, minutes, fc.integer({ min: 1, max: 2_000 }), (zone, minute, length) => {
        const time = { startMs: minute * 60_000, endMs: (minute + length) * 60_000 };
        const read = readCalendar(writeCalendar(calendarMessage({ zone, time })));
        expect({ zone, time: read.events[0]?.time }).toMatchObject({ zone, time });
      }),
      { numRuns: 300 },
    );
  });
});
