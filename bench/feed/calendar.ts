export const ROOM = 'max';
export const PUBLIC_URL = 'https://parley.example';
const [EVENTS, SERIES] = [10_000, 1_000];
const HOUR = 3_600_000;

const utc = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const local = (ms: number): string => utc(ms).slice(0, -1);

const RULES = [
  'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'FREQ=DAILY',
  'FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU',
  'FREQ=MONTHLY;BYDAY=2FR',
  'FREQ=DAILY;COUNT=1000',
];

/**
 * A company's calendar as Google exports it: 10,000 events, a thousand of them series in the room, a thousand single ones
 * too, and all others in other rooms of the same address.
 *
 * @param version ten times so many of its series differ from those of version 0, and from those of every other version
 */
export function companyCalendar(nowMs: number, version: number): Buffer {
  const lines = [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-TIMEZONE:Europe/Berlin',
  ];
  const firstMs = Math.floor(nowMs / HOUR) * HOUR - 365 * 24 * HOUR;
  for (let index = 0; index < EVENTS; index += 1) {
    const isSeries = index % (EVENTS / SERIES) === 0;
    const room = isSeries || index % 10 === 1 ? ROOM : `${ROOM}-${index % 50}`;
    // Daily ones, so that all of them are in the window.
    const isChanged = isSeries && (index / 10) % 5 === 1 && index < version * 500;
    const startMs = firstMs + ((index * 7919) % (2 * 365 * 24)) * HOUR;
    lines.push(
      'BEGIN:VEVENT',
      `DTSTART;TZID=Europe/Berlin:${local(startMs)}`,
      `DTEND;TZID=Europe/Berlin:${local(startMs + HOUR)}`,
      ...(isSeries ? [`RRULE:${RULES[(index / 10) % RULES.length]!}`] : []),
      `DTSTAMP:${utc(nowMs)}`,
      `UID:${index}abcdefghijklmnop@google.example`,
      'CREATED:20250101T080000Z',
      `DESCRIPTION:What we talk about\\, and with whom.\\nJoin: ${PUBLIC_URL}/room/${room}\\n\\nSee you there`,
      'LAST-MODIFIED:20260201T080000Z',
      `LOCATION:${PUBLIC_URL}/room/${room}`,
      'ORGANIZER;CN=Team:mailto:team@example.org',
      `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Some One;X-NUM-GUESTS=0:mailto:some.`,
      ` one${index}@example.org`,
      `SEQUENCE:${isChanged ? version : 0}`,
      'STATUS:CONFIRMED',
      `SUMMARY:Meeting ${index}${isChanged ? ` (${version})` : ''}`,
      'TRANSP:OPAQUE',
      'END:VEVENT',
    );
  }
  return Buffer.from([...lines, 'END:VCALENDAR', ''].join('\r\n'));
}
