import { randomUUID } from 'node:crypto';

interface Letter {
  uid: string;
  from: string;
  method?: string;
  partstat?: string;
  sequence?: string;
  /** Instead of the calendar made of the above. */
  calendar?: string;
  messageId?: string;
}

/** An answer as a small mail program writes it. */
export function letter(about: Letter): string {
  const { method = 'REPLY', messageId = `<${randomUUID()}@example.org>` } = about;
  return [
    `From: ${about.from}`,
    'Subject: Accepted',
    `Message-ID: ${messageId}`,
    'MIME-Version: 1.0',
    `Content-Type: text/calendar; method=${method}; charset=utf-8`,
    '',
    about.calendar ?? calendarOf({ ...about, method }),
    '',
  ].join('\r\n');
}

const calendarOf = ({ uid, from, method, partstat = 'ACCEPTED', sequence = '0' }: Letter): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Example//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    'DTSTAMP:20300101T000000Z',
    // An answer says of whose invitation it is, and when that is, or nothing of it; a proposal has a time.
    ...(method === 'COUNTER' ? ['DTSTART:20300601T100000Z', 'DTEND:20300601T110000Z'] : []),
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${from}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
