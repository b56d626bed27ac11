import { randomUUID } from 'node:crypto';
import type { Partstat } from '../../domain/ical/partstat.ts';
import { writeCalendar } from '../../domain/ical/write.ts';
import type { SeenMail } from './seen-mail.ts';

/** What a calendar program tells the organizer by mail. */
export interface CalendarMail {
  method: 'REPLY' | 'COUNTER' | 'REFRESH';
  uid: string;
  partstat: Partstat;
  sequence: number;
  dtstampMs: number;
  time: { startMs: number; endMs: number };
  from: string;
  to: string;
  organizer: string;
  /** Absent: who sends it. */
  attendee?: string;
}

export function calendarMail({ from, to, organizer, attendee = from, ...about }: CalendarMail): Buffer {
  const calendar = writeCalendar({
    ...about,
    zone: null,
    summary: 'Practice',
    description: '',
    joinUrl: null,
    organizer: { address: organizer, name: null },
    attendee: { address: attendee, name: null, partstat: about.partstat, required: true },
    comment: '',
  });
  return lines(
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${randomUUID()}@example.com>`,
    'MIME-Version: 1.0',
    `Content-Type: text/calendar; method=${about.method}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(calendar).toString('base64'),
  );
}

/** A mail in words, in answer to another one; with more header lines where a program writes. */
export const wordsMail = (mail: {
  from: string;
  to: string;
  answers: SeenMail | undefined;
  headers: readonly string[];
  text: string;
}): Buffer =>
  lines(
    `From: ${mail.from}`,
    `To: ${mail.to}`,
    `Message-ID: <${randomUUID()}@example.com>`,
    `In-Reply-To: ${mail.answers?.messageId ?? ''}`,
    `Subject: Re: ${mail.answers?.subject ?? ''}`,
    ...mail.headers,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    mail.text,
  );

const lines = (...all: string[]): Buffer => Buffer.from([...all, ''].join('\r\n'));
