import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { cleanLine } from '../../domain/ical/text.ts';
import { addressesOf, domainOf, onlyAddress } from './reading/addresses.ts';
import { automaticSigns } from './reading/automatic.ts';
import { HEADER_LIMIT, headerOf, sizeProblem, withoutRunsOfCr } from './reading/bounds.ts';
import { calendarsOf } from './reading/calendars.ts';
import { decodeText } from './reading/decode-text.ts';
import { deliveryReportOf } from './reading/delivery-report.ts';
import { messageIds, valueOf, valuesOf } from './reading/header-lines.ts';
import type { InboundMail, MimeProblem } from './reading/inbound-mail.ts';
import { writtenText } from './reading/written-text.ts';

export { MESSAGE_LIMIT } from './reading/bounds.ts';
export type { InboundMail, MimeProblem } from './reading/inbound-mail.ts';

/** Takes a received message apart. Never throws; of a broken one it gives what can be read, and the problem. */
export async function parseMime(received: Buffer): Promise<InboundMail> {
  const raw = withoutRunsOfCr(received);
  if (raw.length === 0) return { ...NOTHING, problem: 'message-empty' };
  const problem = sizeProblem(raw);
  if (problem !== null) return readHeader(raw, problem);
  try {
    return read(await parse(raw), null);
  } catch (error) {
    // The parser's own limits have this code.
    const tooMany = (error as { code?: unknown }).code === 'EMAXLEN';
    return readHeader(raw, tooMany ? 'too-many-parts' : 'message-unreadable');
  }
}

const parse = (raw: Buffer): Promise<ParsedMail> =>
  simpleParser(raw, {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepCidLinks: true,
    // A message within the message is somebody else's: its calendars and texts say nothing of this sender.
    ignoreEmbedded: true,
    keepDeliveryStatus: true,
    maxHeadSize: HEADER_LIMIT + 4,
  } as Parameters<typeof simpleParser>[1]);

async function readHeader(raw: Buffer, problem: MimeProblem): Promise<InboundMail> {
  try {
    return read(await parse(headerOf(raw)), problem);
  } catch {
    return { ...NOTHING, problem };
  }
}

const NOTHING: InboundMail = {
  messageId: null,
  from: null,
  fromDomain: null,
  sender: null,
  replyTo: [],
  to: [],
  deliveredTo: [],
  subject: '',
  dateMs: null,
  automatic: [],
  autoSubmitted: false,
  inReplyTo: [],
  references: [],
  language: null,
  text: '',
  calendars: [],
  report: null,
  problem: null,
};

function read(mail: ParsedMail, problem: MimeProblem | null): InboundMail {
  const { attachments } = mail;
  const lines = mail.headerLines.map(({ key, line }) => ({ key, line: utf8Of(line) }));
  const calendars = calendarsOf(attachments);
  const from = onlyAddress(lines, 'from');
  const automatic = automaticSigns(
    lines,
    attachments.map(({ contentType }) => contentType.toLowerCase()),
  );
  let text: string | null = null;
  return {
    messageId: messageIds(valuesOf(lines, 'message-id'))[0] ?? null,
    from,
    fromDomain: from && domainOf(from),
    sender: onlyAddress(lines, 'sender'),
    replyTo: addressesOf(lines, 'reply-to'),
    to: addressesOf(lines, 'to'),
    deliveredTo: addressesOf(lines, 'to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'),
    // An encoded word may contain a line end, and end a header that it is copied to.
    subject: cleanLine(mail.subject ?? ''),
    dateMs: dateOf(valueOf(lines, 'date')),
    automatic,
    autoSubmitted: automatic.length > 0,
    inReplyTo: messageIds(valuesOf(lines, 'in-reply-to')),
    references: messageIds(valuesOf(lines, 'references')),
    language: languageOf(valueOf(lines, 'content-language')),
    get text() {
      return (text ??= writtenText(mail));
    },
    calendars,
    report: deliveryReportOf(attachments),
    problem: problem ?? (calendars.length === 0 && attachments.some(isTnef) ? 'tnef-unreadable' : null),
  };
}

/** The parser gives octets as characters; a header may have UTF-8 (RFC 6532), and old programs wrote Latin. */
const utf8Of = (octets: string): string =>
  /[\x80-\xff]/.test(octets) ? decodeText(Buffer.from(octets, 'latin1'), undefined) : octets;

/** The parser gives the time of reading for a date that it cannot read. */
function dateOf(value: string | null): number | null {
  const ms = value === null ? NaN : Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

const languageOf = (value: string | null): string | null =>
  /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*/.exec(value?.toLowerCase() ?? '')?.[0] ?? null;

const isTnef = ({ contentType, filename }: Attachment): boolean =>
  /^application\/(?:vnd\.)?ms-tnef$/i.test(contentType) || /^winmail\.dat$/i.test(filename ?? '');
