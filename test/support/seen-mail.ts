import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import type { CaughtMessage } from '../../workers/embedded/mail-catcher.ts';

/** Everything a message says, as its bytes and as they read when decoded; in lower case. */
export async function everythingIn(raw: string): Promise<string> {
  const mail = await simpleParser(raw);
  const parts = mail.attachments.map((part) => part.content.toString('utf8').replace(/\r?\n[ \t]/g, ''));
  const headers = mail.headerLines.map((line) => line.line);
  const words = [raw, mail.subject ?? '', mail.text ?? '', mail.html || '', ...headers, ...parts];
  return words.join('\n').toLowerCase();
}

/** Where a link in a mail's text leads to, by the page. */
export const linkIn = (text: string, page: string): URL =>
  new URL(new RegExp(`http\\S+/${page}\\S+`).exec(text)?.[0] ?? 'missing:');

/** A message as a calendar program would see it. */
export interface SeenMail {
  /** With angle brackets. */
  messageId: string;
  subject: string;
  method: string | null;
  sequence: number | null;
  status: string | null;
  /** Whom its calendar part names as ATTENDEE. */
  attendees: string[];
  /** ROLE of the first of them. */
  role: string | null;
  text: string;
  raw: string;
}

export async function see(message: CaughtMessage): Promise<SeenMail> {
  const parsed = await simpleParser(message.raw);
  const part = parsed.attachments.find((one) => one.contentType === 'text/calendar');
  const calendar = part ? new ICAL.Component(ICAL.parse(part.content.toString('utf8')) as unknown[]) : null;
  const event = calendar?.getFirstSubcomponent('vevent') ?? null;
  const value = (name: string): string | number | null =>
    (event?.getFirstPropertyValue(name) as string | number | null | undefined) ?? null;
  return {
    messageId: parsed.messageId ?? '',
    subject: message.subject,
    method: (calendar?.getFirstPropertyValue('method') as string | null | undefined) ?? null,
    sequence: value('sequence') as number | null,
    status: value('status') as string | null,
    attendees: (event?.getAllProperties('attendee') ?? []).map((one) =>
      String(one.getFirstValue()).replace(/^mailto:/i, ''),
    ),
    role: event?.getFirstProperty('attendee')?.getFirstParameter('role') ?? null,
    text: parsed.text ?? '',
    raw: message.raw,
  };
}
