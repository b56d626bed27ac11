import type { HeaderLine } from './header-lines.ts';

/** Fields that a header has once at most (RFC 5322 §3.6, RFC 2045 §3, RFC 2183 §2). */
const SINGLETONS = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'content-id',
  'content-description',
]);

/**
 * Whether the header has a field twice that it may have once. Of such a message a signer has signed one, a filter looked at
 * another and a reader takes a third: nothing is done in anybody's name because of it.
 */
export function hasDoubles(lines: readonly HeaderLine[]): boolean {
  const singles = lines.map(({ key }) => key).filter((key) => SINGLETONS.has(key));
  return new Set(singles).size < singles.length;
}
