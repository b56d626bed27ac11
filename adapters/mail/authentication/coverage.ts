import { isAligned } from './alignment.ts';
import type { HeaderField, MessageHeader } from './header.ts';

/**
 * Whether a signature over these fields and the whole body covers all that is read of a message. A signer need name no
 * more than From (RFC 6376 §5.4); what it leaves out, anybody may put above the signed mail of another: a Content-Type
 * that makes a calendar of its text (§8.15).
 *
 * @param names of the signed fields, in lower case
 */
export function covers(names: readonly string[], { fields }: MessageHeader): boolean {
  const read = ['from', ...readingFields(fields).map(({ name }) => name)];
  // Of two of a name the last is signed (§5.4.2), and a reader may take the first.
  return new Set(read).size === read.length && read.every((name) => names.includes(name));
}

/** The fields that say how the body is read. */
function readingFields(fields: readonly HeaderField[]): HeaderField[] {
  const ofParts = fields.some(({ name, value }) => name === 'content-type' && /^\s*multipart\//i.test(value));
  return fields.filter(({ name, value }) => {
    if (name === 'content-type') return true;
    // Of a multipart only its parts are read, and they are in the body.
    if (ofParts) return false;
    if (name === 'content-disposition') return true;
    return name === 'content-transfer-encoding' && !/^\s*(?:7bit|8bit|binary)\s*$/i.test(value);
  });
}

/** What the signatures of a message that a domain may answer for cover, without a look at whether they are good. */
export type SignedBy = 'none' | 'all' | 'a-part';

/**
 * Where another server says that a signature was good, it does not say of what. So each signature that it may have
 * meant has to cover what is read.
 *
 * @returns `a-part` as soon as one does not, or cannot be read
 */
export function signedBy(header: MessageHeader, domain: string): SignedBy {
  const signatures = header.fields
    .filter(({ name }) => name === 'dkim-signature')
    .map(({ value }) => tagsOf(value))
    .filter(({ d }) => d === undefined || isAligned(d, domain));
  if (signatures.length === 0) return 'none';
  return signatures.every((tags) => coversWhole(tags, header)) ? 'all' : 'a-part';
}

/** Whether the newest signature of a message's ARC chain covers what is read. */
export function isSealedWhole(header: MessageHeader): boolean {
  const signatures = header.fields
    .filter(({ name }) => name === 'arc-message-signature')
    .map(({ value }) => tagsOf(value));
  const newest = Math.max(...signatures.map(({ i }) => Number(i)));
  const found = signatures.filter(({ i }) => Number(i) === newest);
  return found.length === 1 && found.every((tags) => coversWhole(tags, header));
}

function coversWhole({ h, l, a }: Tags, header: MessageHeader): boolean {
  // With l= anything may follow what was signed (§8.2); RFC 8301 §3.1 ends SHA-1.
  return h !== undefined && l === undefined && !/sha1$/i.test(a ?? '') && covers(signedNames(h), header);
}

/** @param list names with colons between them, as in `h=` */
export const signedNames = (list: string): string[] =>
  list.split(':').map((name) => name.trim().toLowerCase());

type Tags = Partial<Record<string, string>>;

/** RFC 6376 §3.2. Nothing of a list that names a tag twice. */
function tagsOf(value: string): Tags {
  const pairs = value
    .split(';')
    .map((tag) => tag.replace(/\s+/g, ''))
    .filter((tag) => tag !== '')
    .map((tag) => [tag.split('=', 1)[0] ?? '', tag.slice(tag.indexOf('=') + 1)] as const);
  const tags = new Map(pairs);
  return tags.size === pairs.length ? Object.fromEntries(tags) : {};
}
