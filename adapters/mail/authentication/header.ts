import { parseMime } from '../parse-mime.ts';
import { domainOf } from './alignment.ts';

/** The most of a header that is looked at, in octets; a longer one is nobody's. */
const LONGEST_HEADER = 256_000;
/** RFC 6376 §6.1 lets a verifier look at only so many; each may cost a look-up. */
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
  /** No two readers can find different fields in it. */
  unambiguous: boolean;
}

/** @returns null when the header is too long to be read */
export async function readHeader(raw: Buffer): Promise<MessageHeader | null> {
  const end = endOfHeader(raw);
  if (end > LONGEST_HEADER) return null;
  const header = raw.subarray(0, end);
  const fields = fieldsOf(header);
  return { fields, fromDomain: await fromDomainOf(header, fields), unambiguous: isUnambiguous(header) };
}

/**
 * Fields and their folds (RFC 5322 §2.2), and nothing else. Of a line without a name, a CR alone or other space at a
 * line's beginning one reader makes a field, another a fold, a third the header's end: what was signed is then not what
 * is read.
 */
const isUnambiguous = (header: Buffer): boolean => {
  const [first = '', ...lines] = header.toString('latin1').split(/\r?\n/);
  return FIELD.test(first) && lines.every((line) => FIELD.test(line) || isFold(line));
};

const FIELD = /^[!-9;-~]+[ \t]*:[^\r\0]*$/;
const isFold = (line: string): boolean => /^[ \t]/.test(line) && /\S/.test(line) && !/[\r\0]/.test(line);

/**
 * Read exactly as the answer's sender is read, so that the domain that is checked is the one that is believed; and
 * only when no other reading could find another one: of two From fields a reader takes the one, and a signer has
 * signed the other.
 */
async function fromDomainOf(header: Buffer, fields: readonly HeaderField[]): Promise<string | null> {
  const [own, ...others] = fields.filter(({ name }) => name === 'from');
  if (!own || others.length > 0) return null;
  const { from } = await parseMime(Buffer.concat([header, END]));
  const alone = await parseMime(Buffer.concat([Buffer.from(own.line, 'latin1'), END]));
  return from !== null && from === alone.from ? domainOf(from) || null : null;
}

const END = Buffer.from('\r\n\r\n');

function endOfHeader(raw: Buffer): number {
  const start = raw.subarray(0, LONGEST_HEADER + 4).toString('latin1');
  return /\r?\n\r?\n/.exec(start)?.index ?? raw.length;
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

/**
 * The message with those signatures only that are looked at; the others are renamed, and prove nothing then. With
 * `l=` anything may follow what was signed (RFC 6376 §8.2), SHA-1 is no proof any more (RFC 8301 §3.1), and either
 * would make a pass over the whole body of its own.
 */
export function withSoundSignatures(raw: Buffer, { fields }: MessageHeader): Buffer {
  let sound = 0;
  const isUnsound = ({ name, value }: HeaderField): boolean => {
    if (name === 'arc-message-signature') return UNSOUND.test(value);
    return name === 'dkim-signature' && (UNSOUND.test(value) || ++sound > MOST_SIGNATURES);
  };
  const kept = fields.map((field) => (isUnsound(field) ? `X-${field.line}` : field.line));
  if (kept.every((line, at) => line === fields[at]?.line)) return raw;
  return Buffer.concat([Buffer.from(kept.join('\r\n'), 'latin1'), raw.subarray(endOfHeader(raw))]);
}

const UNSOUND = /(?:^|;)\s*(?:l\s*=|a\s*=[^;]*sha1)/i;
