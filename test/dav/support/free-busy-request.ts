import type { DavAnswer } from './client.ts';
import type { DavUser } from './stage.ts';

/** Asks when some are free, in a window of two UTC times. @param guests addresses, or whole URIs */
export const freeBusy = (
  { email }: DavUser,
  guests: readonly string[],
  [from, until]: [string, string],
): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VFREEBUSY', 'UID:ask'],
    ...['DTSTAMP:20261101T000000Z', `DTSTART:${from}`, `DTEND:${until}`, `ORGANIZER:mailto:${email}`],
    ...guests.map((guest) => `ATTENDEE:${guest.includes(':') ? guest : `mailto:${guest}`}`),
    ...['END:VFREEBUSY', 'END:VCALENDAR', ''],
  ].join('\r\n');

/** Sends a message by one's outbox. */
export const post = ({ client, home }: DavUser, body: string): Promise<DavAnswer> =>
  client.send('POST', `${home}outbox/`, { headers: { 'Content-Type': 'text/calendar' }, body });
