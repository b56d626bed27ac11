import { describe, expect, it } from 'vitest';
import { readObject, type CalendarObject } from '../../../domain/ical/calendar-object.ts';
import { instancesBetween } from '../../../domain/recurrence/instances.ts';
import { UTC_CLOCK, openZone } from '../../../domain/time/zone.ts';
import { calendarOf, lines } from '../growth/pieces.ts';

const vevent = (...inside: string[]) => lines('BEGIN:VEVENT', 'UID:a', ...inside, 'END:VEVENT');
const AT = 'DTSTART:20260302T090000Z';

const problemOf = (text: string, options = {}) => {
  const read = readObject(text, options);
  return 'problem' in read ? `${read.problem.precondition}: ${read.problem.code}` : null;
};
const sound = (text: string): CalendarObject => {
  const read = readObject(text);
  if ('problem' in read) throw new Error(read.problem.code);
  return read;
};

describe('what is no calendar object is refused with the precondition of RFC 4791', () => {
  it.each<[string, string]>([
    ['valid-calendar-data: not-icalendar', ''],
    ['valid-calendar-data: not-icalendar', 'hello'],
    ['valid-calendar-data: not-icalendar', '<?xml version="1.0"?><a/>'],
    ['valid-calendar-data: not-icalendar', vevent(AT)],
    ['valid-calendar-data: not-icalendar', calendarOf(vevent(AT)).replace('END:VEVENT\r\n', '')],
    ['valid-calendar-data: not-icalendar', lines('BEGIN:VCARD', 'FN:a', 'END:VCARD')],
    ['valid-calendar-data: line-unreadable', calendarOf(vevent(AT, 'no line'))],
    ['valid-calendar-data: character-forbidden', calendarOf(vevent(AT, 'SUMMARY:a\0b'))],
    ['valid-calendar-data: character-forbidden', calendarOf(vevent(AT, 'SUMMARY:a\u000bb'))],
    ['valid-calendar-data: character-forbidden', calendarOf(vevent(AT, 'SUMMARY:\ud83d'))],
    ['valid-calendar-data: time-unreadable', calendarOf(vevent('DTSTART:20260231T090000Z'))],
    ['valid-calendar-data: time-unreadable', calendarOf(vevent('DTSTART:soon'))],
    ['valid-calendar-data: time-unreadable', calendarOf(vevent(AT, 'DTEND:later'))],
    ['valid-calendar-data: time-unreadable', calendarOf(vevent(AT, 'DURATION:long'))],
    ['valid-calendar-data: time-unreadable', calendarOf(vevent(AT, 'RRULE:FREQ=DAILY', 'EXDATE:never'))],
    ['valid-calendar-data: zone-unknown', calendarOf(vevent('DTSTART;TZID=Nowhere:20260302T090000'))],
    ['valid-calendar-data: rule-unreadable', calendarOf(vevent(AT, 'RRULE:every day'))],
    ['valid-calendar-data: rule-part-unknown', calendarOf(vevent(AT, 'RRULE:FREQ=DAILY;BYMOOD=1'))],
    ['valid-calendar-data: rule-value-invalid', calendarOf(vevent(AT, 'RRULE:FREQ=DAILY;BYMONTH=13'))],
    ['supported-calendar-data: version-unsupported', calendarOf(lines('VERSION:1.0', vevent(AT)))],
    ['supported-calendar-data: calscale-unsupported', calendarOf(lines('CALSCALE:HEBREW', vevent(AT)))],
    ['valid-calendar-object-resource: several-calendars', calendarOf(vevent(AT)).repeat(2)],
    ['valid-calendar-object-resource: method-present', calendarOf(lines('METHOD:REQUEST', vevent(AT)))],
    ['valid-calendar-object-resource: no-component', calendarOf('VERSION:2.0')],
    [
      'valid-calendar-object-resource: no-component',
      calendarOf(lines('BEGIN:VTIMEZONE', 'TZID:a', 'END:VTIMEZONE')),
    ],
    [
      'valid-calendar-object-resource: several-components',
      calendarOf(lines(vevent(AT), 'BEGIN:VTODO', 'UID:a', 'END:VTODO')),
    ],
    [
      'supported-calendar-component: component-unsupported',
      calendarOf(lines('BEGIN:VPOLL', 'UID:a', 'END:VPOLL')),
    ],
    ['valid-calendar-object-resource: uid-missing', calendarOf(vevent(AT).replace('UID:a\r\n', ''))],
    [
      'valid-calendar-object-resource: uid-too-long',
      calendarOf(vevent(AT).replace('UID:a', `UID:${'a'.repeat(501)}`)),
    ],
    [
      'valid-calendar-object-resource: several-uids',
      calendarOf(lines(vevent(AT), vevent(AT, 'RECURRENCE-ID:20260302T090000Z').replace('UID:a', 'UID:b'))),
    ],
    ['valid-calendar-object-resource: several-masters', calendarOf(lines(vevent(AT), vevent(AT)))],
    ['valid-calendar-object-resource: start-missing', calendarOf(vevent('SUMMARY:a'))],
    [
      'valid-calendar-object-resource: start-missing',
      calendarOf(lines('BEGIN:VTODO', 'UID:a', 'RRULE:FREQ=DAILY', 'END:VTODO')),
    ],
    [
      'valid-calendar-object-resource: rule-never-matches',
      calendarOf(vevent(AT, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')),
    ],
    [
      'valid-calendar-object-resource: rule-never-matches',
      calendarOf(vevent(AT, 'RRULE:FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31;COUNT=5')),
    ],
    ['min-date-time: before-first-date', calendarOf(vevent('DTSTART:00000101T000000Z'))],
    [
      'max-attendees-per-instance: too-many-attendees',
      calendarOf(vevent(AT, ...Array<string>(1_001).fill('ATTENDEE:mailto:a@example.org'))),
    ],
    [
      'max-instances: too-many-instances',
      calendarOf(vevent(AT, `RDATE:${Array<string>(5_001).fill('20260302T090000Z').join(',')}`)),
    ],
  ])('%s', (expected, text) => {
    expect(problemOf(text)).toBe(expected);
  });

  it('a text over the limit is not looked at', () => {
    const limits = { characters: 50, instances: 1, attendees: 1 };
    expect(problemOf(calendarOf(vevent(AT)), { limits })).toBe('max-resource-size: too-large');
  });
});

describe('what clients send is taken', () => {
  const zone = lines(
    ...['BEGIN:VTIMEZONE', 'TZID:Our office', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
    ...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0100', 'END:STANDARD', 'END:VTIMEZONE'],
  );
  it.each<[string, string]>([
    ['LF alone', calendarOf(vevent(AT)).replaceAll('\r\n', '\n')],
    ['a byte order mark', `\ufeff${calendarOf(vevent(AT))}`],
    ['a blank line at the end', `${calendarOf(vevent(AT))}\r\n\r\n`],
    [
      'X- properties, parameters and components',
      calendarOf(lines('X-WR-CALNAME:a', vevent(AT, 'X-A;X-B="c:d":e'), 'BEGIN:X-A', 'X-B:c', 'END:X-A')),
    ],
    ['a known zone without VTIMEZONE', calendarOf(vevent('DTSTART;TZID=Europe/Berlin:20260302T090000'))],
    ['a zone of Windows', calendarOf(vevent('DTSTART;TZID="W. Europe Standard Time":20260302T090000'))],
    [
      'a zone with a prefix',
      calendarOf(vevent('DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260302T090000')),
    ],
    ['a zone of its own', calendarOf(lines(zone, vevent('DTSTART;TZID=Our office:20260302T090000')))],
    ['DTEND before DTSTART', calendarOf(vevent(AT, 'DTEND:20260302T080000Z'))],
    ['a rule that ended before it began', calendarOf(vevent(AT, 'RRULE:FREQ=DAILY;UNTIL=20260101T000000Z'))],
    ['the 29th of February', calendarOf(vevent(AT, 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'))],
    [
      'two overrides of one instance',
      calendarOf(
        lines(
          vevent(AT, 'RRULE:FREQ=DAILY'),
          ...Array<string>(2).fill(vevent(AT, 'RECURRENCE-ID:20260302T090000Z')),
        ),
      ),
    ],
    [
      'single instances without their series',
      calendarOf(lines(vevent(AT, 'RECURRENCE-ID:20260302T090000Z'))),
    ],
    ['a birthday in 1604', calendarOf(vevent('DTSTART;VALUE=DATE:16040502', 'RRULE:FREQ=YEARLY'))],
    ['a to-do without any time', calendarOf(lines('BEGIN:VTODO', 'UID:a', 'END:VTODO'))],
    [
      'a to-do that recurs by DUE',
      calendarOf(lines('BEGIN:VTODO', 'UID:a', 'DUE:20260302T090000Z', 'RRULE:FREQ=DAILY', 'END:VTODO')),
    ],
    ['a journal entry', calendarOf(lines('BEGIN:VJOURNAL', 'UID:a', 'END:VJOURNAL'))],
  ])('%s', (_what, text) => {
    expect(problemOf(text)).toBeNull();
  });

  it('a message has a METHOD, and a CANCEL no DTSTART', () => {
    const read = readObject(calendarOf(lines('METHOD:cancel', vevent('SEQUENCE:1'))), { isMessage: true });
    expect(read).toMatchObject({ uid: 'a', method: 'CANCEL' });
  });
});

it('says what it is about, whose it is, and whether it depends on the zone of the calendar', () => {
  const text = calendarOf(
    vevent(
      'DTSTART;VALUE=DATE:20260302',
      'ORGANIZER:MAILTO:Anna@Example.org',
      'ATTENDEE:mailto:ben@example.org',
    ),
  );
  expect(sound(text)).toMatchObject({
    ...{ uid: 'a', component: 'VEVENT', method: null },
    ...{ organizer: 'anna@example.org', hasAttendees: true, isFloating: true },
  });
  expect(sound(calendarOf(vevent(AT)))).toMatchObject({
    organizer: null,
    hasAttendees: false,
    isFloating: false,
  });
});

it('days are looked at where one asks for them, whatever X-WR-TIMEZONE says', () => {
  const object = sound(calendarOf(lines('X-WR-TIMEZONE:Asia/Tokyo', vevent('DTSTART;VALUE=DATE:20260302'))));
  const startIn = (zone: typeof UTC_CLOCK) =>
    instancesBetween(object.seriesIn(zone).set, 0, 4e12).instances[0]?.startMs;
  expect(startIn(UTC_CLOCK)).toBe(Date.UTC(2026, 2, 2));
  expect(startIn(openZone('Europe/Berlin')!)).toBe(Date.UTC(2026, 2, 1, 23));
  expect(startIn(UTC_CLOCK)).toBe(Date.UTC(2026, 2, 2));
});

it('cancelled instances are instances, and of two overrides of one the newer counts', () => {
  const object = sound(
    calendarOf(
      lines(
        vevent(AT, 'RRULE:FREQ=DAILY;COUNT=3'),
        vevent(
          'DTSTART:20260303T100000Z',
          'RECURRENCE-ID:20260303T090000Z',
          'SEQUENCE:2',
          'STATUS:CANCELLED',
        ),
        vevent('DTSTART:20260303T110000Z', 'RECURRENCE-ID:20260303T090000Z', 'SEQUENCE:1'),
      ),
    ),
  );
  const { instances } = instancesBetween(object.seriesIn(UTC_CLOCK).set, 0, 4e12);
  expect(
    instances.map(({ startMs, override }) => [new Date(startMs).toISOString(), override?.status]),
  ).toEqual([
    ['2026-03-02T09:00:00.000Z', undefined],
    ['2026-03-03T10:00:00.000Z', 'CANCELLED'],
    ['2026-03-04T09:00:00.000Z', undefined],
  ]);
});
