import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { readCalendar } from '../../../domain/ical/read.ts';
import { cleanText } from '../../../domain/ical/text.ts';
import { writeCalendar, writeEntry } from '../../../domain/ical/write.ts';
import { calendarMessage, octets, START_MS, unfold } from './support.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const hostileText = fc
  .array(
    fc
      .constantFrom(
        '\r\n',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '\0',
        '"',
        "'",
        '^',
        ';',
        ',',
        ':',
        '\\',
        '=',
        'ü',
        '🎉',
      )
      .chain((mark) =>
        fc
          .constantFrom(
            '',
            'ATTENDEE:mailto:x@example.com',
            'END:VEVENT',
            'BEGIN:VEVENT',
            ' ',
            'METHOD:CANCEL',
          )
          .map((line) => mark + line),
      ),
    { maxLength: 20 },
  )
  .map((parts) => `start${parts.join('')}`);
const fields = fc.record({
  uid: hostileText,
  summary: hostileText,
  description: hostileText,
  comment: hostileText,
  joinUrl: hostileText,
  organizer: fc.record({ address: hostileText, name: hostileText }),
  attendee: fc.record({
    address: hostileText,
    name: hostileText,
    partstat: fc.constant('NEEDS-ACTION' as const),
    required: fc.boolean(),
  }),
});

describe('a calendar that is written', () => {
  it('is one VEVENT with the recipient as its only ATTENDEE, asked for an answer', () => {
    const lines = unfold(writeCalendar(calendarMessage()));
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([
      'ATTENDEE;CN=Guest;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:guest@example.com',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:REQUEST',
        'UID:7d1f@parley.test',
        'SEQUENCE:0',
        'DTSTAMP:20261120T091200Z',
        'DTSTART;TZID=Europe/Berlin:20261124T150000',
        'DTEND;TZID=Europe/Berlin:20261124T160000',
        'ORGANIZER;CN=Parley:mailto:scheduling@parley.test',
        'STATUS:CONFIRMED',
        'TRANSP:OPAQUE',
      ]),
    );
  });

  it('has a DISPLAY alarm for each reminder, so many minutes before the start (RFC 5545 §3.6.6)', () => {
    const lines = unfold(writeCalendar(calendarMessage({ alarmMinutesBefore: [1_440, 15] })));
    const alarm = (minutes: number) => [
      ...['BEGIN:VALARM', 'ACTION:DISPLAY', 'DESCRIPTION:Practice'],
      ...[`TRIGGER:-PT${minutes}M`, 'END:VALARM'],
    ];
    expect(lines.slice(lines.indexOf('BEGIN:VALARM'))).toEqual([
      ...[...alarm(1_440), ...alarm(15)],
      ...['END:VEVENT', 'END:VCALENDAR', ''],
    ]);
    expect(unfold(writeCalendar(calendarMessage()))).not.toContain('BEGIN:VALARM');
  });

  it('says CANCELLED when it cancels', () => {
    const lines = unfold(writeCalendar(calendarMessage({ method: 'CANCEL', sequence: 1 })));
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'SEQUENCE:1']));
    // Nobody is to answer it.
    expect(lines.join('\n')).not.toContain('RSVP');
  });

  it.each([null, 'UTC', 'Etc/UTC', 'No/Such_Zone'])(
    'is in UTC, without VTIMEZONE, for the zone %s',
    (zone) => {
      const text = writeCalendar(calendarMessage({ zone }));
      expect(text).toContain('DTSTART:20261124T140000Z');
      expect(text).not.toContain('VTIMEZONE');
    },
  );

  it('is in UTC when the clock on the wall shows the time twice and means the second', () => {
    // On 25 October 2026 Berlin has 02:30 at 00:30Z and at 01:30Z.
    const at = (startMs: number) =>
      writeCalendar(calendarMessage({ time: { startMs, endMs: startMs + 7_200_000 } }));
    expect(at(Date.UTC(2026, 9, 25, 0, 30))).toContain('DTSTART;TZID=Europe/Berlin:20261025T023000');
    expect(at(Date.UTC(2026, 9, 25, 1, 30))).toContain('DTSTART:20261025T013000Z');
  });

  it('escapes TEXT, quotes parameters and encodes what cannot be quoted (RFC 6868)', () => {
    const lines = unfold(
      writeCalendar(
        calendarMessage({
          summary: 'a; b, c\\d',
          description: 'one\r\ntwo',
          attendee: {
            address: 'guest@example.com',
            name: 'Ann "Nan", X: ^;',
            partstat: 'NEEDS-ACTION',
            required: true,
          },
        }),
      ),
    );
    expect(lines).toContain('SUMMARY:a\\; b\\, c\\\\d');
    expect(lines).toContain('DESCRIPTION:one\\ntwo');
    expect(lines.find((line) => line.startsWith('ATTENDEE'))).toContain(`;CN="Ann ^'Nan^', X: ^^;";`);
  });

  it('has CRLF and no line over 75 octets, and no fold inside a character', () => {
    fc.assert(
      fc.property(anyText, anyText, (summary, description) => {
        const text = writeCalendar(calendarMessage({ summary, description }));
        const lines = text.split('\r\n');
        expect(lines.at(-1)).toBe('');
        for (const line of lines) {
          expect(octets(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
          expect(line).not.toMatch(/\p{Cs}/u);
        }
      }),
    );
  });

  it('is folded anew because ical.js leaves continuations of 76 octets', () => {
    const component = new ICAL.Component('vevent');
    component.addPropertyWithValue('summary', 'x'.repeat(200));
    expect(Math.max(...component.toString().split('\r\n').map(octets))).toBe(76);
    const text = writeCalendar(calendarMessage({ summary: 'ü'.repeat(200) }));
    expect(Math.max(...text.split('\r\n').map(octets))).toBeLessThanOrEqual(75);
    expect(unfold(text)).toContain(`SUMMARY:${'ü'.repeat(200)}`);
  });

  it('keeps whatever is injected through any field inside that field', () => {
    const names = (text: string) => unfold(text).map((line) => /^[A-Z-]+/.exec(line)?.[0]);
    fc.assert(
      fc.property(fields, (hostile) => {
        const text = writeCalendar(calendarMessage(hostile));
        expect(names(text)).toEqual(
          names(writeCalendar(calendarMessage({ comment: 'x' }))).filter(
            (name) => hostile.comment !== '' || name !== 'COMMENT',
          ),
        );
        const read = readCalendar(text);
        expect(read.problems).toEqual([]);
        expect(read.method).toBe('REQUEST');
        expect(read.events).toHaveLength(1);
        expect(read.events[0]?.attendees).toHaveLength(1);
        expect(read.events[0]?.comment).toBe(cleanText(hostile.comment).trim());
        expect(read.events[0]?.time).toMatchObject({ startMs: START_MS });
      }),
    );
  });

  it('reads back with names in every script', () => {
    for (const name of ['Jürgen Müßig', '山田 太郎', 'عمر', 'Ζωή', '👩‍🚀 Ada']) {
      const attendee = { address: 'guest@example.com', name, partstat: 'ACCEPTED' as const, required: true };
      const [event] = readCalendar(writeCalendar(calendarMessage({ attendee }))).events;
      expect(event?.attendees).toEqual([
        { address: 'guest@example.com', partstat: 'ACCEPTED', cn: name, sentBy: null, delegatedFrom: null },
      ]);
    }
  });
});

describe('an entry that somebody puts into their own calendar', () => {
  it('is no message: it has the time, the place and the words of the meeting, and nobody in it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (summary, location) => {
        const lines = unfold(writeEntry({ ...calendarMessage({ summary }), location }));
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
        expect(lines).toContain('DTSTART;TZID=Europe/Berlin:20261124T150000');
        expect(lines.filter((line) => /^(METHOD|ORGANIZER|ATTENDEE)/.test(line))).toEqual([]);
      }),
    );
  });
});
