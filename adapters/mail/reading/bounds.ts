import type { MimeProblem } from './inbound-mail.ts';

/** The largest message that is taken apart, in octets; of a larger one only the header is read. */
export const MESSAGE_LIMIT = 10_000_000;
/** The most lines that may separate parts. */
const SEPARATOR_LIMIT = 5_000;
/** The largest header that is read, in octets: a few thousand are usual. */
const HEADER_LIMIT = 64_000;

/** What is wrong with a message's size, seen before a parser sees it. */
export function sizeProblem(raw: Buffer): MimeProblem | null {
  if (raw.length > MESSAGE_LIMIT) return 'message-too-large';
  if (headerLength(raw) > HEADER_LIMIT) return 'header-too-large';
  let separators = 0;
  for (let at = raw.indexOf('\n--'); at !== -1; at = raw.indexOf('\n--', at + 3)) {
    if (++separators > SEPARATOR_LIMIT) return 'too-many-parts';
  }
  return null;
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
