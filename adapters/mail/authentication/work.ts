import type { MessageHeader } from './header.ts';

/** Unfolding is by the line, and finding a signed field by the field: a few hundred are usual. */
const MOST_HEADER_LINES = 4_000;
/** In octets; RFC 5322 §2.1.1 allows 998. */
const LONGEST_LINE = 250_000;
/** Of a field that is taken apart, in octets: a signature has about a thousand. */
const LONGEST_FIELD = 4_000;
const TAKEN_APART = new Set([
  'from',
  'return-path',
  'content-type',
  'dkim-signature',
  'arc-seal',
  'arc-message-signature',
  'arc-authentication-results',
]);

/**
 * Whether checking the signatures of a message takes a time that its size explains. What does not was made for that:
 * mailauth looks at each CR of a run from each of them, unfolds a field from each of its lines, and canonicalizes a
 * line again with each piece of it. No honest program writes such a message, and none of its signatures is looked at.
 */
export function isWorthChecking(raw: Buffer, { fields }: MessageHeader): boolean {
  const lines = fields.reduce((count, { line }) => count + line.split('\n').length, 0);
  return (
    lines <= MOST_HEADER_LINES &&
    // A CR alone is no part of any header (RFC 5322 §2.2).
    !fields.some(({ line }) => BARE_CR.test(line)) &&
    !fields.some(({ name, line }) => TAKEN_APART.has(name) && line.length > LONGEST_FIELD) &&
    !hasLongLine(raw)
  );
}

const BARE_CR = /\r(?!\n)/;

/** From line to line of those that are as far apart as a line may be long: there are forty of them in ten megabytes. */
function hasLongLine(raw: Buffer): boolean {
  for (let at = 0; raw.length - at > LONGEST_LINE;) {
    const end = raw.lastIndexOf(LF, at + LONGEST_LINE);
    if (end < at) return true;
    at = end + 1;
  }
  return false;
}

const LF = 10;
