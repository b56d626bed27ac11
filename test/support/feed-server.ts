import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of calendars on this machine. */
export interface FeedServer {
  /** Of a calendar that is there. */
  url(path: string): string;
  /** By path; what is not in it is not found. */
  calendars: Map<string, string>;
  stop(): Promise<void>;
}

export async function startFeedServer(): Promise<FeedServer> {
  const calendars = new Map<string, string>();
  const server = createServer((request, response) => {
    const text = calendars.get(request.url ?? '');
    response.writeHead(text === undefined ? 404 : 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    calendars,
    url: (path) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

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
