import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import type { CaughtMessage } from '../../workers/embedded/mail-catcher.ts';

/** A message as a calendar program would see it. */
export interface SeenMail {
  /** With angle brackets. */
  messageId: string;
  subject: string;
  method: string | null;
  sequence: number | null;
  status: string | null;
  /** ROLE of its ATTENDEE. */
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
    role: event?.getFirstProperty('attendee')?.getFirstParameter('role') ?? null,
    text: parsed.text ?? '',
    raw: message.raw,
  };
}
