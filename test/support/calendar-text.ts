export interface TestEvent {
  uid: string;
  title: string;
  startMs: number;
  location?: string;
  rule?: string;
}

/** A calendar with events of an hour. */
export const calendarOf = (...events: TestEvent[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Calendar//EN',
    ...events.flatMap(({ uid, title, startMs, location = '', rule }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${basic(startMs)}`,
      `DTSTART:${basic(startMs)}`,
      `DTEND:${basic(startMs + 3_600_000)}`,
      `SUMMARY:${title}`,
      `LOCATION:${location}`,
      ...(rule === undefined ? [] : [`RRULE:${rule}`]),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const basic = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, '');
