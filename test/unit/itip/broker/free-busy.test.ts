import { describe, expect, it } from 'vitest';
import { freeBusyRequest } from '../../../../domain/itip/broker/free-busy.ts';
import { calendarOf } from '../support/calendar.ts';

const at = (hour: number) => Date.UTC(2030, 0, 7, hour);
/** RFC 5546 §4.3.2. */
const asked = (...lines: string[]) =>
  calendarOf(
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VFREEBUSY', 'UID:fb-1@example.com'],
      ...['DTSTAMP:20300101T000000Z', 'ORGANIZER:mailto:a@example.com', 'DTSTART:20300107T080000Z'],
      ...['ATTENDEE;CN=B:mailto:B@example.com', 'ATTENDEE:mailto:c@example.com', ...lines, 'END:VFREEBUSY'],
      ...['END:VCALENDAR', ''],
    ].join('\r\n'),
  );

describe('a request for busy time', () => {
  const request = freeBusyRequest(asked('DTEND:20300107T180000Z', 'ATTENDEE:mailto:c@example.com'));

  it('says who asks whom about when', () => {
    expect(request).toMatchObject({
      uid: 'fb-1@example.com',
      organizer: 'a@example.com',
      attendees: ['b@example.com', 'c@example.com'],
      window: { startMs: at(8), endMs: at(18) },
    });
  });

  it.each([
    ['time-missing', asked()],
    ['window-empty', asked('DTEND:20300107T080000Z')],
    ['no-free-busy', calendarOf('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n')],
  ])('is refused: %s', (problem, calendar) => {
    expect(freeBusyRequest(calendar)).toBe(problem);
  });
});
