import { decodeStrictly, decodeText } from './decode-text.ts';

const FOLD = /(?:\r\n|\n|\r)[ \t]/g;

/**
 * The text of a calendar's octets, by the named charset, else as `decodeText` finds it. Lines may be folded inside a
 * character (RFC 5545 §3.1): where the octets are not in that charset as they are, they are unfolded before they are decoded.
 * A few octets that are wrong, of a text cut in the middle of a character, do not make Latin of what is else UTF-8.
 * Takes time in proportion to the content.
 */
export function decodeCalendar(content: Buffer, charset: string | undefined): string {
  const asItIs = decodeStrictly(content, charset ?? 'utf-8');
  if (asItIs !== null) return asItIs;
  const unfolded = Buffer.from(content.toString('latin1').replace(FOLD, ''), 'latin1');
  const whole = decodeStrictly(unfolded, charset ?? 'utf-8') ?? decodeStrictly(unfolded, 'utf-8');
  if (whole !== null) return whole;
  if (hasZeros(content)) return decodeText(content, charset);
  const mostly = new TextDecoder().decode(unfolded);
  return isMostlyRight(mostly) ? mostly : decodeText(content, charset);
}

/** Of UTF-16, which is not looked at octet by octet. */
const hasZeros = (content: Buffer): boolean => content.includes(0);

function isMostlyRight(text: string): boolean {
  const wrong = text.match(/\ufffd/g)?.length ?? 0;
  const others = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return others > wrong;
}
