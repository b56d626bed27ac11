const HEADERS_LOOKED_AT = 64 * 1024;

/**
 * The envelope as the mail server that kept the message wrote it down: the topmost Return-Path (RFC 5321 §4.4) and
 * Delivered-To or X-Original-To. A lower one came with the message, from anybody.
 *
 * @returns lower-case addresses; `from` is null for a bounce or where nothing is written, `to` empty likewise
 */
export function envelopeOf(raw: Buffer): { from: string | null; to: string[] } {
  const headers = headersOf(raw);
  const first = (name: string): string | null => {
    const found = headers.find((line) => line.toLowerCase().startsWith(`${name}:`));
    if (found === undefined) return null;
    return addressIn(found.slice(name.length + 1));
  };
  const to = [first('x-original-to'), first('delivered-to')].filter((address) => address !== null);
  return { from: first('return-path'), to: [...new Set(to)] };
}

/**
 * Whom the writer of a message says that it is for: the addresses in To and Cc. It proves nothing; where the mail server
 * wrote down no envelope it is all there is.
 *
 * @returns in lower case; linear in the header
 */
export function addressedTo(raw: Buffer): string[] {
  const fields = headersOf(raw).filter((line) => /^(?:to|cc):/i.test(line));
  const words = fields.flatMap((line) => line.slice(line.indexOf(':') + 1).split(/[\s<>,;"()]+/));
  return [...new Set(words.filter((word) => word.includes('@')).map((word) => word.toLowerCase()))];
}

function headersOf(raw: Buffer): string[] {
  const start = raw.subarray(0, HEADERS_LOOKED_AT).toString('latin1');
  const headers = start.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return headers.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
}

const addressIn = (value: string): string | null =>
  /^\s*<?([^<>\s@]{1,256}@[^<>\s@]{1,255})>?\s*$/.exec(value)?.[1]?.toLowerCase() ?? null;
