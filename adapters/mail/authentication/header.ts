import { parseMime } from '../parse-mime.ts';
import { domainOf } from './alignment.ts';

/** The most of a header that is looked at, in octets; a longer one is nobody's. */
const LONGEST_HEADER = 256_000;
/** RFC 6376 §6.1 lets a verifier look at only so many; each costs a key and a pass over the body. */
const MOST_SIGNATURES = 20;

export interface HeaderField {
  /** In lower case. */
  name: string;
  /** As it came, `Name: value` with its folds. */
  line: string;
  value: string;
}

export interface MessageHeader {
  /** In the order of the message: the newest trace first. */
  fields: HeaderField[];
  /** The domain of the only address in From, in ASCII; null when there is none, or more than one. */
  fromDomain: string | null;
}

/** @returns null when the header is too long to be read */
export async function readHeader(raw: Buffer): Promise<MessageHeader | null> {
  const end = endOfHeader(raw);
  if (end > LONGEST_HEADER) return null;
  const header = raw.subarray(0, end);
  // Read exactly as the answer's sender is read, so that the domain that is checked is the one that is believed.
  const { from } = await parseMime(Buffer.concat([header, Buffer.from('\r\n\r\n')]));
  const fields = fieldsOf(header);
  // Of two From fields a reader takes the one and a signer has signed the other.
  const single = fields.filter(({ name }) => name === 'from').length === 1;
  return { fields, fromDomain: single && from !== null ? domainOf(from) || null : null };
}

function endOfHeader(raw: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((blank) => raw.indexOf(blank)).filter((at) => at !== -1);
  return Math.min(raw.length, ...ends);
}

function fieldsOf(header: Buffer): HeaderField[] {
  return header
    .toString('latin1')
    .split(/\r?\n(?![ \t])/)
    .flatMap((line) => {
      const colon = line.indexOf(':');
      if (colon < 1) return [];
      return [{ name: line.slice(0, colon).trim().toLowerCase(), line, value: line.slice(colon + 1) }];
    });
}

/** The message with no more signatures than are looked at; the others are renamed, and prove nothing then. */
export function withFewSignatures(raw: Buffer, { fields }: MessageHeader): Buffer {
  if (fields.filter(({ name }) => name === 'dkim-signature').length <= MOST_SIGNATURES) return raw;
  const end = endOfHeader(raw);
  let seen = 0;
  const lines = fields.map(({ name, line }) =>
    name === 'dkim-signature' && ++seen > MOST_SIGNATURES ? `X-${line}` : line,
  );
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), raw.subarray(end)]);
}
