import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import type { MailReading } from '../../activities/understand.ts';

/** Far more than any calendar program sends; what is beyond is not looked at. */
const LARGEST_CALENDAR_BYTES = 2 * 1024 * 1024;
const MOST_CALENDARS = 10;

/** A message as far as Parley needs it. */
export interface InboundMail extends MailReading {
  /** With angle brackets. */
  messageId: string | null;
  subject: string;
  dateMs: number | null;
}

/** Reads a whole message; broken MIME gives a reading with a `problem`, never an exception. */
export async function readMail(raw: Buffer): Promise<InboundMail> {
  try {
    return toInbound(
      await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true, skipHtmlToText: true }),
    );
  } catch {
    return { messageId: null, from: null, subject: '', dateMs: null, calendars: [], problem: 'broken-mime' };
  }
}

function toInbound(mail: ParsedMail): InboundMail {
  const parts = mail.attachments.filter(isCalendar).slice(0, MOST_CALENDARS);
  const tooLarge = parts.some((part) => part.size > LARGEST_CALENDAR_BYTES);
  const senders = mail.from?.value ?? [];
  return {
    messageId: mail.messageId ?? null,
    from: senders.length === 1 ? (senders[0]?.address?.toLowerCase() ?? null) : null,
    subject: mail.subject ?? '',
    dateMs: mail.date?.getTime() ?? null,
    // A part of the body first, then a text/calendar attachment, then a file that is called like one.
    calendars: tooLarge ? [] : parts.sort((a, b) => preference(a) - preference(b)).map(readPart),
    problem: tooLarge ? 'calendar-too-large' : parts.length === 0 ? 'no-calendar' : null,
  };
}

const isCalendar = (part: Attachment): boolean =>
  part.contentType === 'text/calendar' ||
  part.contentType === 'application/ics' ||
  /\.ics$/i.test(part.filename ?? '');

const preference = (part: Attachment): number =>
  part.contentType !== 'text/calendar' ? 2 : part.contentDisposition === 'attachment' ? 1 : 0;

function readPart(part: Attachment): { text: string; method: string | null } {
  const header = part.headers.get('content-type') as { params?: Record<string, string> } | undefined;
  const charset = header?.params?.charset ?? 'utf-8';
  return { text: decode(part.content, charset), method: header?.params?.method?.toUpperCase() ?? null };
}

function decode(content: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(content);
  } catch {
    return content.toString('utf8');
  }
}
