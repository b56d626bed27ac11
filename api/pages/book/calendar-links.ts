import type { TimeRange } from '../../../domain/time/instant.ts';

/** A meeting as somebody puts it into their calendar by hand; it has nobody's address. */
export interface CalendarEntry {
  uid: string;
  sequence: number;
  /** When it was booked, in ms since 1970. */
  stampMs: number;
  time: TimeRange;
  title: string;
  description: string;
  /** A place in words; empty: it is online. */
  location: string;
  /** The address to join at; null: it has no video room. */
  joinUrl: string | null;
}

/** 20261124T140000Z, as iCalendar writes it in UTC (RFC 5545 §3.3.5). */
const basic = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

const placeOf = ({ location, joinUrl }: CalendarEntry): string => location || (joinUrl ?? '');

/** Below the description, the address to join at, where the place is another one. */
const detailsOf = ({ description, location, joinUrl }: CalendarEntry): string =>
  [description, location === '' ? '' : joinUrl].filter(Boolean).join('\n\n');

/** Google Calendar's own form, filled in: `action=TEMPLATE`, and `dates` in UTC. */
export const googleLink = (entry: CalendarEntry): string =>
  `https://calendar.google.com/calendar/render?${new URLSearchParams({
    action: 'TEMPLATE',
    text: entry.title,
    dates: `${basic(entry.time.startMs)}/${basic(entry.time.endMs)}`,
    details: detailsOf(entry),
    location: placeOf(entry),
  }).toString()}`;

/** The form of Outlook on the web, filled in. @param host of accounts for oneself, or of those of work and school */
export const outlookLink = (entry: CalendarEntry, host: 'outlook.live.com' | 'outlook.office.com'): string =>
  `https://${host}/calendar/0/deeplink/compose?${new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: entry.title,
    startdt: new Date(entry.time.startMs).toISOString(),
    enddt: new Date(entry.time.endMs).toISOString(),
    body: detailsOf(entry),
    location: placeOf(entry),
    // It takes a plus for a plus, and not for a space.
  })
    .toString()
    .replaceAll('+', '%20')}`;
