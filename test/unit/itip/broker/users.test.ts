import { describe, expect, it } from 'vitest';
import { keepAnswers } from '../../../../domain/itip/broker/keep-answers.ts';
import { setScheduleStatus } from '../../../../domain/itip/broker/schedule-status.ts';
import { mapCalendarUsers } from '../../../../domain/itip/broker/users.ts';
import { writeComponent } from '../../../../domain/ical/write-jcal.ts';
import { calendarOf, calendarText } from '../support/calendar.ts';

const STAMP = '20300101T000000Z';
const event = (...lines: string[]) => calendarOf(calendarText(['DTSTART:20300107T100000Z', ...lines], STAMP));
const unfolded = (calendar: ReturnType<typeof event>) => writeComponent(calendar).replace(/\r\n /g, '');

describe('calendar users', () => {
  const lookup = (uri: string) => (uri === '/dav/principals/7/' ? 'anna@example.org' : null);

  it('that are written by the path of their principal are written by their address', () => {
    const mapped = mapCalendarUsers(
      event(
        'ORGANIZER;CN=Anna:/dav/principals/7/',
        'ATTENDEE;DELEGATED-TO="/dav/principals/7/":mailto:ben@example.org',
        'ATTENDEE;EMAIL=cleo@example.org:urn:uuid:1',
        'ATTENDEE:urn:uuid:2',
      ),
      lookup,
    );
    const text = unfolded(mapped);
    expect(text).toContain('ORGANIZER;CN=Anna:mailto:anna@example.org');
    expect(text).toContain('DELEGATED-TO="mailto:anna@example.org":mailto:ben@example.org');
    expect(text).toContain('ATTENDEE;EMAIL=cleo@example.org:mailto:cleo@example.org');
    expect(text).toContain('ATTENDEE:urn:uuid:2');
  });

  it('that are addresses leave the calendar itself', () => {
    const calendar = event('ORGANIZER:mailto:anna@example.org', 'ATTENDEE:MAILTO:ben@example.org');
    expect(mapCalendarUsers(calendar, lookup)).toBe(calendar);
  });
});

describe('a SCHEDULE-STATUS', () => {
  const calendar = event('ORGANIZER:mailto:anna@example.org', 'ATTENDEE:mailto:Ben@example.org');

  it('is written on whom it is of', () => {
    const said = setScheduleStatus(calendar, 'ben@example.org', '5.1');
    expect(unfolded(said)).toContain('ATTENDEE;SCHEDULE-STATUS=5.1:mailto:Ben@example.org');
    expect(setScheduleStatus(said, 'ben@example.org', '5.1')).toBe(said);
  });

  it('of nobody who is named leaves the calendar itself', () => {
    expect(setScheduleStatus(calendar, 'cleo@example.org', '1.2')).toBe(calendar);
  });
});

describe('a version that a client made before the last answers', () => {
  const people = (ben: string, cleo: string) => [
    'ORGANIZER:mailto:anna@example.org',
    `ATTENDEE;PARTSTAT=${ben}:mailto:ben@example.org`,
    `ATTENDEE;PARTSTAT=${cleo}:mailto:cleo@example.org`,
  ];

  it('gets the answers of others, and keeps the owner’s', () => {
    const current = event('SUMMARY:A', ...people('ACCEPTED', 'DECLINED'));
    const sent = event('SUMMARY:B', ...people('TENTATIVE', 'NEEDS-ACTION'));
    const text = unfolded(keepAnswers(current, sent, { addresses: ['ben@example.org'] }));
    expect(text).toContain('SUMMARY:B');
    expect(text).toContain('ATTENDEE;PARTSTAT=TENTATIVE:mailto:ben@example.org');
    expect(text).toContain('ATTENDEE;PARTSTAT=DECLINED:mailto:cleo@example.org');
  });

  it('that knows them is as it was sent', () => {
    const sent = event('SUMMARY:B', ...people('ACCEPTED', 'DECLINED'));
    expect(keepAnswers(event(...people('ACCEPTED', 'DECLINED')), sent, { addresses: [] })).toBe(sent);
  });
});
