/**
 * Text of the named charset; of none, an unknown or a wrong one: what its byte order mark says, UTF-8
 * (RFC 5545 §3.1.4), or Latin where it is not that.
 */
export function decodeText(content: Buffer, charset: string | undefined): string {
  for (const label of [charset, byteOrderMark(content), 'utf-8']) {
    const text = label === undefined ? null : decodeStrictly(content, label);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(content);
}

/** Null: it is not that charset, or there is none of that name. */
export function decodeStrictly(content: Buffer, label: string): string | null {
  // The bare name leaves the order to the mark, and says nothing where there is none (RFC 2781 §4.3).
  const decoding = /^utf-?16$/i.test(label) ? (byteOrderMark(content) ?? guessedOrder(content)) : label;
  try {
    return new TextDecoder(decoding, { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

function byteOrderMark(content: Buffer): string | undefined {
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  return content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : undefined;
}

/** A calendar begins with a letter of ASCII, of which the high octet is zero. */
const guessedOrder = (content: Buffer): string => (content[0] === 0 ? 'utf-16be' : 'utf-16le');
