import { simpleParser } from 'mailparser';
import { readCalendar, type ReadEvent } from '../../../domain/ical/read.ts';
import type { MailboxMessage } from './reader.ts';

/** The calendar part of a mail, as a calendar program understands it. */
export interface LetterCalendar {
  /** METHOD: what the program is asked to do. */
  method: string;
  event: ReadEvent;
  /** STATUS of the event, when it says one. */
  status: string | null;
  /** The part itself. */
  raw: string;
}

/** A mail, taken apart for its reader. */
export interface Letter {
  id: string;
  to: string;
  from: string;
  subject: string;
  receivedMs: number;
  text: string;
  html: string | null;
  calendar: LetterCalendar | null;
}

/** Takes a mail apart; of a broken one shows what can be read. */
export async function openLetter(message: MailboxMessage): Promise<Letter> {
  const mail = await simpleParser(message.raw, { skipHtmlToText: true, skipTextToHtml: true });
  const calendar = mail.attachments.find((part) =>
    /^(text\/calendar|application\/ics)\b/.test(part.contentType),
  );
  return {
    id: message.id,
    to: message.to,
    from: mail.from?.text ?? message.from,
    subject: message.subject || '(no subject)',
    receivedMs: Date.parse(message.receivedAt),
    text: mail.text ?? '',
    html: typeof mail.html === 'string' ? mail.html : null,
    calendar: calendar ? readPart(calendar.content.toString('utf8')) : null,
  };
}

function readPart(raw: string): LetterCalendar | null {
  const { method, events } = readCalendar(raw);
  const event = events[0];
  if (!event) return null;
  const status = /^STATUS:(\w+)/m.exec(raw)?.[1] ?? null;
  return { method: method ?? 'PUBLISH', event, status, raw };
}

/** The ids of those letters that a calendar program would offer to answer: the newest request of each event. */
export function answerable(letters: readonly Letter[]): Set<string> {
  const newest = new Map<string, Letter>();
  for (const letter of letters) {
    const uid = letter.calendar?.event.uid;
    if (!uid || !letter.calendar || !/^(REQUEST|CANCEL)$/.test(letter.calendar.method)) continue;
    const before = newest.get(uid)?.calendar?.event.sequence ?? -1;
    if ((letter.calendar.event.sequence ?? 0) >= before) newest.set(uid, letter);
  }
  const requests = [...newest.values()].filter((letter) => letter.calendar?.method === 'REQUEST');
  return new Set(requests.map((letter) => letter.id));
}
