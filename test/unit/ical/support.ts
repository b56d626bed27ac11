import type { CalendarMessage } from '../../../domain/ical/calendar-message.ts';

export const START_MS = Date.UTC(2026, 10, 24, 14);
const HOUR_MS = 3_600_000;

/** An invitation as Parley sends it, with what a test changes of it. */
export const calendarMessage = (changes: Partial<CalendarMessage> = {}): CalendarMessage => ({
  method: 'REQUEST',
  uid: '7d1f@parley.test',
  sequence: 0,
  dtstampMs: Date.UTC(2026, 10, 20, 9, 12),
  time: { startMs: START_MS, endMs: START_MS + HOUR_MS },
  zone: 'Europe/Berlin',
  summary: 'Practice',
  description: 'Bring a problem.',
  joinUrl: 'https://meet.example.com/room',
  organizer: { address: 'scheduling@parley.test', name: 'Parley' },
  attendee: { address: 'guest@example.com', name: 'Guest', partstat: 'NEEDS-ACTION', required: true },
  comment: '',
  ...changes,
});

export const octets = (line: string): number => new TextEncoder().encode(line).length;
export const unfold = (text: string): string[] => text.replace(/\r\n /g, '').split('\r\n');
