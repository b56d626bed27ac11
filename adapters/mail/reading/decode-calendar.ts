import { decodeStrictly, decodeText } from './decode-text.ts';

const FOLD = /(?:\r\n|\n|\r)[ \t]/g;

/**
 * The text of a calendar's octets, by the named charset, else as `decodeText` finds it. Lines may be folded inside a
 * character (RFC 5545 §3.1): where the octets are not in that charset as they are, they are unfolded before they are decoded.
 * A few octets that are wrong, of a text cut in the middle of a character, do not make Latin of what is else UTF-8.
 * Takes time in proportion to the content.
 */
export function decodeCalendar(content: Buffer, named: string | undefined): string {
  const charset = seenCharset(content, named);
  const asItIs = decodeStrictly(content, charset ?? 'utf-8');
  if (asItIs !== null) return asItIs;
  const unfolded = Buffer.from(content.toString('latin1').replace(FOLD, ''), 'latin1');
  const whole = decodeStrictly(unfolded, charset ?? 'utf-8') ?? decodeStrictly(unfolded, 'utf-8');
  if (whole !== null) return whole;
  if (hasZeros(content)) return decodeText(content, charset);
  const mostly = new TextDecoder().decode(unfolded);
  return isMostlyRight(mostly) ? mostly : decodeText(content, charset);
}

/**
 * A calendar begins with ASCII, so that its first octets tell UTF-16 without a mark from what has an octet a letter: as
 * UTF-8 both are valid, and so is nearly any text of an even length as UTF-16.
 */
function seenCharset(content: Buffer, named: string | undefined): string | undefined {
  const start = content.toString('latin1', 0, 12);
  if (/^B\0E\0G\0/i.test(start)) return 'utf-16le';
  if (/^\0B\0E\0G/i.test(start)) return 'utf-16be';
  return /^utf-?16/i.test(named ?? '') && /^BEGIN/i.test(start) ? undefined : named;
}

/** Of UTF-16, which is not looked at octet by octet. */
const hasZeros = (content: Buffer): boolean => content.includes(0);

function isMostlyRight(text: string): boolean {
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const others = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return others > wrong;
}
