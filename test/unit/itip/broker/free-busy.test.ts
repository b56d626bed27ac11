import { describe, expect, it } from 'vitest';
import { freeBusyReply, freeBusyRequest } from '../../../../domain/itip/broker/free-busy.ts';
import { writeComponent } from '../../../../domain/ical/write-jcal.ts';
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

  it('is answered for each by the window and the times alone, clipped and merged (RFC 5546 §4.3.3)', () => {
    if (typeof request === 'string') throw new Error(request);
    const reply = freeBusyReply(
      request,
      'b@example.com',
      [
        { kind: 'BUSY', startMs: at(10), endMs: at(11) },
        { kind: 'BUSY', startMs: at(6), endMs: at(9) },
        { kind: 'BUSY', startMs: at(11), endMs: at(12) },
        { kind: 'BUSY-TENTATIVE', startMs: at(17), endMs: at(20) },
        { kind: 'BUSY', startMs: at(19), endMs: at(20) },
      ],
      at(0),
    );
    expect(reply && writeComponent(reply).split('\r\n').slice(4, -3)).toEqual([
      'METHOD:REPLY',
      'BEGIN:VFREEBUSY',
      'UID:fb-1@example.com',
      'DTSTAMP:20300107T000000Z',
      'ORGANIZER:mailto:a@example.com',
      'ATTENDEE;CN=B:mailto:B@example.com',
      'DTSTART:20300107T080000Z',
      'DTEND:20300107T180000Z',
      'FREEBUSY;FBTYPE=BUSY:20300107T080000Z/20300107T090000Z,20300107T100000Z/203',
      ' 00107T120000Z',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20300107T170000Z/20300107T180000Z',
    ]);
    expect(freeBusyReply(request, 'd@example.com', [], at(0))).toBeNull();
  });

  it.each([
    ['time-missing', asked()],
    ['window-empty', asked('DTEND:20300107T080000Z')],
    ['no-free-busy', calendarOf('BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n')],
  ])('is refused: %s', (problem, calendar) => {
    expect(freeBusyRequest(calendar)).toBe(problem);
  });
});
