import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A calendar that publishes a feed at a secret address, on this machine. */
export interface CalendarServer {
  url: string;
  /** The feed's text from now on. */
  publish(ics: string): void;
  /** How each fetch so far was answered. */
  answers: number[];
  /** Whether it answers with an error from now on. */
  breakDown(isBroken: boolean): void;
  stop(): Promise<void>;
}

export const FEED_SECRET = 'private-7c1e9b';

export async function startCalendarServer(): Promise<CalendarServer> {
  let body = '';
  let version = 0;
  let isBroken = false;
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const etag = `"${version}"`;
    const status = isBroken
      ? 500
      : request.url !== `/${FEED_SECRET}/basic.ics`
        ? 404
        : request.headers['if-none-match'] === etag
          ? 304
          : 200;
    answers.push(status);
    response.writeHead(status, { 'content-type': 'text/calendar; charset=utf-8', etag });
    response.end(status === 200 ? body : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${FEED_SECRET}/basic.ics`,
    publish(ics) {
      body = ics;
      version += 1;
    },
    answers,
    breakDown(broken) {
      isBroken = broken;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface CalendarEvent {
  uid: string;
  title: string;
  description: string;
  location: string;
  startMs: number;
  endMs: number;
  attendees: readonly { email: string; name: string; partstat: string }[];
}

const utc = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

/** A feed of one event, as calendars export it. */
export const feedOf = (event: CalendarEvent): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//Calendar//EN',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${utc(Date.now())}`,
    `DTSTART:${utc(event.startMs)}`,
    `DTEND:${utc(event.endMs)}`,
    `SUMMARY:${event.title}`,
    `DESCRIPTION:${event.description}`,
    `LOCATION:${event.location}`,
    ...event.attendees.map(
      ({ email, name, partstat }) => `ATTENDEE;CN=${name};PARTSTAT=${partstat}:mailto:${email}`,
    ),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
