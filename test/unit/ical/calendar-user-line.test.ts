import { expect, it } from 'vitest';
import { readCalendar } from '../../../domain/ical/read.ts';

const read = (...lines: string[]) =>
  readCalendar(
    ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'),
  ).events[0];

it.each([
  'ATTENDEE;PARTSTAT=ACCEPTED;CN=Sales: Gina:mailto:gina@example.org',
  'ATTENDEE;CN=Sales: Gina;PARTSTAT=ACCEPTED:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED;CN=Guest; Gina:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED;CN=Guest, Gina:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED;CN=Gina 6" Guest:mailto:gina@example.org',
  'ATTENDEE;CN="Gina;PARTSTAT=ACCEPTED:mailto:gina@example.org',
  'ATTENDEE;CN="Gina "G" Guest";PARTSTAT=ACCEPTED:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:<gina@example.org>',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:Gina Guest <gina@example.org>',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:GINA@EXAMPLE.ORG',
  'ATTENDEE;PARTSTAT=ACCEPTED:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED;CN=gina@elsewhere.example:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED;CN=gina@elsewhere.example:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:gina%40example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto%3Agina%40example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:%3Cgina@example.org%3E',
  'ATTENDEE;EMAIL=gina@example.org;PARTSTAT=ACCEPTED:urn:uuid:7',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:gina@example.org (Gina)',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:gina@example.org;X-NUM=0',
  'ATTENDEE;PARTSTAT=ACCEPTED :mailto:gina@example.org',
  'ATTENDEE ;PARTSTAT=ACCEPTED: mailto: gina@example.org',
  'ATTENDEE; PARTSTAT=ACCEPTED; RSVP:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:gina@example.org":invalid:nomail',
  'ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:office@example.org":gina@example.org',
  "ATTENDEE;PARTSTAT=ACCEPTED:mailto:'gina@example.org'",
  String.raw`ATTENDEE;PARTSTAT=ACCEPTED;CN="Gina \"G\" Guest":mailto:gina@example.org`,
  String.raw`ATTENDEE;CN="\"Gina\"";PARTSTAT=ACCEPTED;ROLE="a"b:mailto:gina@example.org`,
  'ATTENDEE;PARTSTAT=ACCEPTED;SENT-BY="mailto:office@example.org"G":mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=NEEDS-ACTION;PARTSTAT=ACCEPTED:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED;PARTSTAT="needs-action":mailto:gina@example.org',
  'ATTENDEE;CN="x;PARTSTAT=DECLINED:mailto:z@z";PARTSTAT=ACCEPTED:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT="ACCEPTED";CN="a"b:mailto:gina@example.org',
  'ATTENDEE;PARTSTAT=ACCEPTED:mailto:\u200bgina@example.org\u00a0',
  'item1.ATTENDEE;PARTSTAT=ACCEPTED:mailto:gina@example.org',
  'ATTENDEE;ROLE=REQ-PARTICIPANT;\r\nPARTSTAT=ACCEPTED:mailto:gina@example.org',
  'ATTENDEE;CN="Gina\r\nGuest";PARTSTAT=ACCEPTED;\r\n RSVP=TRUE:mailto:\r\ngina@example.org',
  'ATTENDEE;PARTSTAT=ACCEP\r\nTED;X-A=B\r\n:mailto:gina@example.org',
])('the attendee of %s', (line) => {
  if (line.includes('\r\n') || line.startsWith('item')) return expectGina([line]);
  const folded = line.replace(/^(.{30})/, '$1\r\n ');
  expectGina([line, folded]);
});

function expectGina(lines: readonly string[]): void {
  for (const written of lines) {
    const event = read('UID:u', written, 'COMMENT:c');
    expect(event).toMatchObject({ uid: 'u', comment: 'c' });
    expect(event?.attendees).toMatchObject([{ address: 'gina@example.org', partstat: 'ACCEPTED' }]);
  }
}

it('a line that says two answers is two, and what goes on in none is not put together', () => {
  const twice = String.raw`ATTENDEE;CN="a \";PARTSTAT=DECLINED \"b";PARTSTAT=ACCEPTED:mailto:gina@example.org`;
  expect(read('UID:u', twice)?.attendees.map(({ partstat }) => partstat)).toEqual(['DECLINED', 'ACCEPTED']);
  for (const next of ['X-A:b', 'item2.SUMMARY:s', '', 'DTSTART;VALUE=DATE:20300517']) {
    const event = read('ATTENDEE;PARTSTAT=ACCEPTED', next, 'UID:u');
    expect(event).toMatchObject({ uid: 'u', attendees: [{ address: null, partstat: 'ACCEPTED' }] });
  }
});

it.each(['  ', '\t', '            '])('a calendar of which each line begins with %j is read', (indent) => {
  const calendar = [
    ...['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', 'UID:u', 'COMMENT:a', ' b'],
    ...['ATTENDEE;PARTSTAT=ACCEPTED:mailto:gina@exam', ' ple.org', 'END:VEVENT', 'END:VCALENDAR', ''],
  ];
  const indented = calendar.map((line) => indent + line);
  for (const lines of [indented, ['', ...indented], [calendar[0]!, ...indented.slice(1)]]) {
    for (const mark of ['', '\ufeff']) {
      expect(readCalendar(mark + lines.join('\r\n'))).toMatchObject({
        method: 'REPLY',
        events: [
          { uid: 'u', comment: 'ab', attendees: [{ address: 'gina@example.org', partstat: 'ACCEPTED' }] },
        ],
      });
    }
  }
});

it('an apostrophe belongs to the name', () => {
  expect(read("ATTENDEE:mailto:o'brien@example.org")?.attendees[0]?.address).toBe("o'brien@example.org");
});

it('of several addresses without a mailto: none is guessed', () => {
  const [attendee] = read('ATTENDEE;PARTSTAT=DECLINED:a@example.org b@example.org')?.attendees ?? [];
  expect(attendee).toMatchObject({ address: null, partstat: 'DECLINED' });
});

it('the organizer is read as an attendee is', () => {
  expect(read('ORGANIZER;CN=Par: Ley:mailto:<org@example.org>')?.organizer).toBe('org@example.org');
});

it('odd parameters hide no UID, SEQUENCE, RECURRENCE-ID or time', () => {
  const event = read(
    'UID;X-A="b:the-uid',
    'SEQUENCE;X-A="b:3',
    'RECURRENCE-ID;X-A="b:20300517T150000Z',
    'DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna:20300517T170000',
    'DTEND;X-A="b:20300517T160000Z',
  );
  expect(event).toMatchObject({
    uid: 'the-uid',
    sequence: 3,
    recurrenceIdMs: Date.UTC(2030, 4, 17, 15),
    time: { startMs: Date.UTC(2030, 4, 17, 15), endMs: Date.UTC(2030, 4, 17, 16) },
  });
});

it.each(['-1', '2.5', '99999999999', 'soon', ''])('SEQUENCE:%s is none', (text) => {
  expect(read('UID:u', `SEQUENCE:${text}`)?.sequence).toBeNull();
});
