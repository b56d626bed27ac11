import libmime from 'libmime';
import { NO_NOTICE, type MailNotice } from '../../activities/understanding/mail.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import { domainOf } from '../../domain/itip/address.ts';
import { addressesOf, onlyAddress } from './reading/addresses.ts';
import { automaticSigns } from './reading/automatic.ts';
import { HEADER_LIMIT, headerLength, headerOf, sizeProblem, withoutRunsOfCr } from './reading/bounds.ts';
import { calendarsOf } from './reading/calendars.ts';
import { decodeText } from './reading/decode-text.ts';
import { deliveryReportOf } from './reading/delivery-report.ts';
import { messageIds, valueOf, valuesOf } from './reading/header-lines.ts';
import type { InboundMail, MimeProblem } from './reading/inbound-mail.ts';
import { hasDoubles } from './reading/singletons.ts';
import { isFromMailSystem, noticeOf } from './reading/notice.ts';
import { withWrappedReports } from './reading/wrapped-report.ts';
import { isPgpEncrypted } from './reading/pgp.ts';
import { isSmime, withSignedContent } from './reading/smime.ts';
import { takeApart, type Part, type TakenApart } from './reading/take-apart.ts';
import { isTnef, tnefAnswerOf } from './reading/tnef.ts';
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
    const { header, parts } = await parse(raw);
    return read({ header, parts: await withWrappedReports(await withSignedContent(parts)) }, raw, null);
  } catch (error) {
    // The parser's own limits have this code.
    const tooMany = (error as { code?: unknown }).code === 'EMAXLEN';
    return readHeader(raw, tooMany ? 'too-many-parts' : 'message-unreadable');
  }
}

const parse = (raw: Buffer): Promise<TakenApart> => takeApart(raw, HEADER_LIMIT + 4);

async function readHeader(raw: Buffer, problem: MimeProblem): Promise<InboundMail> {
  try {
    return read(await parse(headerOf(raw)), headerOf(raw), problem);
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
  tnef: null,
  fromMailSystem: false,
  notice: NO_NOTICE,
  problem: null,
};

function read({ header, parts }: TakenApart, raw: Buffer, problem: MimeProblem | null): InboundMail {
  const lines = header.map(({ key, line }) => ({ key, line: utf8Of(line) }));
  const calendars = calendarsOf(parts);
  const from = onlyAddress(lines, 'from');
  const automatic = automaticSigns(
    lines,
    parts.map(({ type }) => type),
  );
  const subject = cleanLine(decodedWords(valueOf(lines, 'subject') ?? ''));
  let text: string | null = null;
  let notice: MailNotice | null = null;
  return {
    messageId: messageIds(valuesOf(lines, 'message-id'))[0] ?? null,
    from,
    fromDomain: from && domainOf(from),
    sender: onlyAddress(lines, 'sender'),
    replyTo: addressesOf(lines, 'reply-to'),
    to: addressesOf(lines, 'to'),
    deliveredTo: addressesOf(lines, 'to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'),
    // An encoded word may contain a line end, and end a header that it is copied to.
    subject,
    dateMs: dateOf(valueOf(lines, 'date')),
    automatic,
    autoSubmitted: automatic.length > 0,
    inReplyTo: messageIds(valuesOf(lines, 'in-reply-to')),
    references: messageIds(valuesOf(lines, 'references')),
    language: languageOf(valueOf(lines, 'content-language')),
    get text() {
      return (text ??= writtenText(parts));
    },
    calendars,
    report: deliveryReportOf(parts),
    fromMailSystem: isFromMailSystem(lines),
    get notice() {
      return (notice ??= noticeOf(lines, subject, parts, raw.subarray(headerLength(raw))));
    },
    tnef: calendars.length === 0 ? tnefAnswerOf(parts) : null,
    problem: problem ?? (hasDoubles(lines) ? 'header-ambiguous' : null) ?? sealedProblem(calendars, parts),
  };
}

/** The parser gives octets as characters; a header may have UTF-8 (RFC 6532), and old programs wrote Latin. */
const utf8Of = (octets: string): string =>
  /[\x80-\xff]/.test(octets) ? decodeText(Buffer.from(octets, 'latin1'), undefined) : octets;

/** RFC 2047; words of an unknown charset stay as they are. */
function decodedWords(value: string): string {
  try {
    return libmime.decodeWords(value);
  } catch {
    return value;
  }
}

function dateOf(value: string | null): number | null {
  const ms = value === null ? NaN : Date.parse(value);
  return Number.isNaN(ms) ? null : ms;
}

const languageOf = (value: string | null): string | null =>
  /^[a-z]{2,8}(?:-[a-z0-9]{1,8})*/.exec(value?.toLowerCase() ?? '')?.[0] ?? null;

/** What may hold the answer where no calendar does, and cannot be read. */
function sealedProblem(calendars: readonly unknown[], parts: readonly Part[]): MimeProblem | null {
  if (calendars.length > 0) return null;
  if (parts.some(isSmime)) return 'smime-encrypted';
  if (parts.some(isPgpEncrypted)) return 'pgp-encrypted';
  return parts.some(isTnef) ? 'tnef-unreadable' : null;
}
