/** What ends a line for some reader, besides LF: CR, CRLF, VT, FF, NEL, and the Unicode separators. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/**
 * A text that may stand in a TEXT value (RFC 5545 §3.3.11 allows no control character but tab): line ends become
 * LF, other control characters a space. They are replaced and not removed, so that what they kept apart
 * (the halves of a hidden address) stays apart.
 */
export const cleanText = (text: string): string =>
  text.replace(LINE_END, '\n').replace(CONTROL, ' ').replace(LONE_SURROGATE, '\ufffd');

/** A text that every store can keep: PostgreSQL has no NUL, and neither it nor JSON between programs half a surrogate pair. */
export const storableText = (text: string): string =>
  text.replace(/\0/g, ' ').replace(LONE_SURROGATE, '\ufffd');

/** The same on one line: for summaries, names and subjects. */
export const cleanLine = (text: string): string =>
  cleanText(text)
    .replace(/[\n\t ]+/g, ' ')
    .trim();

/** Whatever could end a line, a parameter or a URI; percent-encoded it is only data (RFC 3986 §2.1). */

const UNSAFE_IN_URI = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029"<>\\^`{|}]|%(?=[0-9a-f]{2})/gi;

/** A `mailto:` URI of an address, whatever the address contains. */
export const mailto = (address: string): string =>
  `mailto:${address.replace(LONE_SURROGATE, '\ufffd').replace(UNSAFE_IN_URI, encodeURIComponent)}`;

/** A URI value without anything that could end its line. */
export const cleanUri = (uri: string): string =>
  uri
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(UNSAFE_IN_URI, (unsafe) => (unsafe === '%' ? '%' : encodeURIComponent(unsafe)));

/** RFC 5321 §4.5.3.1 allows 254 octets; with some of them percent-encoded. */
const LONGEST_ADDRESS = 1_000;

/**
 * The address of a calendar user (RFC 5545 §3.3.3), in lower case and without `mailto:` in any case;
 * null when there is none.
 */
export function addressOf(calAddress: string): string | null {
  const address = calAddress.trim().replace(/^mailto:\s*/i, '');
  if (address.length > LONGEST_ADDRESS) return null;
  if (!address.includes('@') && !/%40/i.test(address)) return null;
  return percentDecoded(address).trim().toLowerCase();
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A percent sign that encodes nothing is part of the address.
  }
}

/**
 * A text without the characters at its start and end that are edges. A pattern for those at the end (`x+$`) looks again
 * from each of them that stands within.
 *
 * @param edge of one character
 */
export function withoutEdges(text: string, edge: RegExp, endEdge = edge): string {
  let [start, end] = [0, text.length];
  while (start < end && edge.test(text[start]!)) start += 1;
  while (end > start && endEdge.test(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}
