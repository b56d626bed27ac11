import type { MimeProblem } from './inbound-mail.ts';

/** The largest message that is taken apart, in octets; of a larger one only the header is read. */
export const MESSAGE_LIMIT = 10_000_000;
/** The most lines that may separate parts. */
const SEPARATOR_LIMIT = 5_000;
/** The most lines: the parser's work is by the line, and 10 MB of an attachment are 130,000. */
const LINE_LIMIT = 400_000;
/** The largest header that is read, in octets: a few thousand are usual. */
const HEADER_LIMIT = 64_000;

/** What is wrong with a message's size, seen before a parser sees it. */
export function sizeProblem(raw: Buffer): MimeProblem | null {
  if (raw.length > MESSAGE_LIMIT) return 'message-too-large';
  if (headerLength(raw) > HEADER_LIMIT) return 'header-too-large';
  if (hasMore(raw, '\n', LINE_LIMIT)) return 'too-many-lines';
  return hasMore(raw, '\n--', SEPARATOR_LIMIT) ? 'too-many-parts' : null;
}

function hasMore(raw: Buffer, what: string, limit: number): boolean {
  let found = 0;
  for (let at = raw.indexOf(what); at !== -1; at = raw.indexOf(what, at + what.length)) {
    if (++found > limit) return true;
  }
  return false;
}

/** The header alone, as far as it is read, as a message without a body of any parts. */
export function headerOf(raw: Buffer): Buffer {
  const header = raw
    .toString('latin1', 0, Math.min(headerLength(raw), HEADER_LIMIT))
    .replace(/^content-(type|transfer-encoding):/gim, 'X-Was-Content-$1:');
  return Buffer.from(`${header}\r\n\r\n`, 'latin1');
}

/** In octets, without the empty line that ends it. */
function headerLength(raw: Buffer): number {
  const ends = [raw.indexOf('\n\r\n'), raw.indexOf('\n\n')].filter((end) => end !== -1);
  return ends.length === 0 ? raw.length : Math.min(...ends);
}
