import { simpleParser, type AddressObject, type Attachment, type ParsedMail } from 'mailparser';
import type { MailReading } from '../../activities/understand.ts';
import { CALENDAR_TEXT_LIMIT } from '../../domain/ical/prepare.ts';
import type { ReceivedCalendar } from '../../domain/itip/inbound.ts';

/** The largest message that is taken apart, in octets; of a larger one only the header is read. */
export const MESSAGE_LIMIT = 10_000_000;
/** The most lines that may separate parts. */
const SEPARATOR_LIMIT = 5_000;
const HEADER_LIMIT = 256_000;
const MOST_CALENDARS = 10;

/** Stable codes of what kept a message from being read whole. */
export type MimeProblem = 'message-empty' | 'message-too-large' | 'too-many-parts' | 'message-unreadable';

/** A message as far as Parley needs it. */
export interface InboundMail extends MailReading {
  /** With angle brackets. */
  messageId: string | null;
  /** In lower case; null when there is none, or more than one. */
  from: string | null;
  to: string[];
  subject: string;
  /** The Date header as an instant. */
  dateMs: number | null;
  /** A program sent it, not a person (RFC 3834 §2, and what programs do instead): never answer it. */
  autoSubmitted: boolean;
  inReplyTo: string | null;
  /** The likeliest first: what a program shows as an invitation, then attachments. */
  calendars: ReceivedCalendar[];
  /** Null: the message was read whole. */
  problem: MimeProblem | null;
}

/** Takes a received message apart. Never throws; of a broken one it gives what can be read, and the problem. */
export async function parseMime(raw: Buffer): Promise<InboundMail> {
  if (raw.length === 0) return { ...NOTHING, problem: 'message-empty' };
  const problem = sizeProblem(raw);
  try {
    const parsed = await simpleParser(problem ? headerOf(raw) : raw, {
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      skipImageLinks: true,
    });
    return { ...read(parsed), problem };
  } catch {
    return { ...NOTHING, problem: problem ?? 'message-unreadable' };
  }
}

const NOTHING: Omit<InboundMail, 'problem'> = {
  messageId: null,
  from: null,
  to: [],
  subject: '',
  dateMs: null,
  autoSubmitted: false,
  inReplyTo: null,
  calendars: [],
};

function sizeProblem(raw: Buffer): MimeProblem | null {
  if (raw.length > MESSAGE_LIMIT) return 'message-too-large';
  let separators = 0;
  for (let at = raw.indexOf('\n--'); at !== -1; at = raw.indexOf('\n--', at + 3)) {
    if (++separators > SEPARATOR_LIMIT) return 'too-many-parts';
  }
  return null;
}

/** The header alone, as a message without a body of any parts. */
function headerOf(raw: Buffer): Buffer {
  const start = raw.subarray(0, HEADER_LIMIT).toString('latin1');
  const end = /\r?\n\r?\n/.exec(start)?.index ?? start.length;
  const header = start
    .slice(0, end)
    .replace(/^content-type:.*(?:\r?\n[ \t].*)*/gim, 'X-Was-Content-Type: omitted');
  return Buffer.from(`${header}\r\n\r\n`, 'latin1');
}

function read(mail: ParsedMail): Omit<InboundMail, 'problem'> {
  const dateMs = mail.date?.getTime();
  const senders = addresses(mail.from);
  return {
    messageId: mail.messageId ?? null,
    from: senders.length === 1 ? (senders[0] ?? null) : null,
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    dateMs: dateMs === undefined || Number.isNaN(dateMs) ? null : dateMs,
    autoSubmitted: isAutomatic(mail),
    inReplyTo: mail.inReplyTo ?? null,
    calendars: calendarsOf(mail.attachments),
  };
}

function addresses(header: AddressObject | AddressObject[] | undefined): string[] {
  const objects = header === undefined ? [] : [header].flat();
  return objects
    .flatMap(({ value }) => value)
    .flatMap((entry) => [entry, ...(entry.group ?? [])])
    .flatMap(({ address }) => (address ? [address.trim().toLowerCase()] : []));
}

function isAutomatic(mail: ParsedMail): boolean {
  const line = (name: string): string | null => {
    const found = mail.headerLines.find((header) => header.key === name);
    return found
      ? found.line
          .slice(found.line.indexOf(':') + 1)
          .trim()
          .toLowerCase()
      : null;
  };
  const autoSubmitted = line('auto-submitted');
  return (
    (autoSubmitted !== null && !/^no\b/.test(autoSubmitted)) ||
    /^(bulk|list|junk)\b/.test(line('precedence') ?? '') ||
    line('list-id') !== null ||
    line('x-auto-response-suppress') !== null ||
    line('return-path') === '<>'
  );
}

function calendarsOf(attachments: Attachment[]): ReceivedCalendar[] {
  const found = attachments
    .map((attachment) => ({ attachment, rank: rankOf(attachment) }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, MOST_CALENDARS)
    .map(({ attachment }) => calendarOf(attachment));
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index);
}

/** Outlook takes only a calendar part without an attachment's disposition for an invitation or an answer. */
function rankOf({ contentType, contentDisposition, filename }: Attachment): number | null {
  const type = contentType.toLowerCase();
  if (type === 'text/calendar') return contentDisposition?.toLowerCase() === 'attachment' ? 1 : 0;
  if (type === 'application/ics' || type === 'text/x-vcalendar') return 2;
  return /\.ics$/i.test(filename ?? '') ? 3 : null;
}

function calendarOf(attachment: Attachment): ReceivedCalendar {
  const { params } = (attachment.headers.get('content-type') ?? { params: {} }) as {
    params?: Record<string, string>;
  };
  // One character more than is read, so that the reader knows that there was more.
  const text = decode(attachment.content.subarray(0, 4 * CALENDAR_TEXT_LIMIT + 4), params?.charset);
  return { text: text.slice(0, CALENDAR_TEXT_LIMIT + 1), method: params?.method?.toUpperCase() ?? null };
}

/** Text of the named charset; of none or an unknown one: UTF-8 (RFC 5545 §3.1.4), or Latin where it is not that. */
function decode(content: Buffer, charset: string | undefined): string {
  for (const [label, fatal] of [
    [charset ?? 'utf-8', true],
    ['utf-8', true],
  ] as const) {
    try {
      return new TextDecoder(label, { fatal }).decode(content);
    } catch {
      continue; // Not that charset, or none of that name.
    }
  }
  return new TextDecoder('windows-1252').decode(content);
}
