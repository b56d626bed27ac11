import type { MimeProblem } from './inbound-mail.ts';

/** The largest message that is taken apart, in octets; of a larger one only the header is read. */
export const MESSAGE_LIMIT = 10_000_000;
/** The most lines that may separate parts. */
const SEPARATOR_LIMIT = 5_000;
/** The most lines: the parser's work is by the line, and 10 MB of an attachment are 130,000. */
const LINE_LIMIT = 400_000;
/** The largest header that is read, of the message or of a part, in octets: a few thousand are usual. */
export const HEADER_LIMIT = 64_000;
/** Of all parts together: reading addresses and encoded words of 10 MB takes seconds. */
const HEADERS_LIMIT = 1_000_000;

/** What is wrong with a message's size, seen before a parser sees it. */
export function sizeProblem(raw: Buffer): MimeProblem | null {
  if (raw.length > MESSAGE_LIMIT) return 'message-too-large';
  if (headerLength(raw) > HEADER_LIMIT) return 'header-too-large';
  if (linesUpTo(LINE_LIMIT, raw) > LINE_LIMIT) return 'too-many-lines';
  return partsProblem(raw);
}

/** Each line that may separate parts begins what may be a part's header, up to an empty line or the next of them. */
function partsProblem(raw: Buffer): MimeProblem | null {
  let [separators, headers] = [0, 0];
  for (let at = raw.indexOf('\n--'); at !== -1;) {
    const next = raw.indexOf('\n--', at + 3);
    headers += headerLength(raw.subarray(at, Math.min(next === -1 ? raw.length : next, at + HEADER_LIMIT)));
    if (headers > HEADERS_LIMIT) return 'header-too-large';
    if (++separators > SEPARATOR_LIMIT) return 'too-many-parts';
    at = next;
  }
  return null;
}

/** A number is looked for ten times as fast as a text, and all else waits meanwhile. */
function linesUpTo(limit: number, raw: Buffer): number {
  let found = 0;
  for (let at = raw.indexOf(LF); at !== -1 && found <= limit; at = raw.indexOf(LF, at + 1)) found += 1;
  return found;
}

const LF = 10;

/** The header alone, as far as it is read, as a message without a body of any parts. */
export function headerOf(raw: Buffer): Buffer {
  const header = raw
    .toString('latin1', 0, Math.min(headerLength(raw), HEADER_LIMIT))
    .replace(/^content-(type|transfer-encoding):/gim, 'X-Was-Content-$1:');
  return Buffer.from(`${header}\r\n\r\n`, 'latin1');
}

/**
 * The message with no CR after another. A CR alone is no line end (RFC 5322 §2.3); the parser takes a minute for 200,000
 * of them in a header, since it looks from each of them for the line's end.
 */
export const withoutRunsOfCr = (raw: Buffer): Buffer =>
  raw.includes('\r\r') ? Buffer.from(raw.toString('latin1').replace(/\r{2,}/g, '\r'), 'latin1') : raw;

/** In octets, without the empty line that ends it. */
export function headerLength(raw: Buffer): number {
  const end = raw.indexOf('\n\r\n');
  const before = end === -1 ? raw : raw.subarray(0, end);
  const bare = before.indexOf('\n\n');
  return bare === -1 ? before.length : bare;
}
