const LONGEST_LINE = 75;

/**
 * Folds content lines so that none is longer than 75 octets of UTF-8, the leading space of a continuation
 * included, and no character is split (RFC 5545 §3.1). ical.js folds by octets too, but does not count that
 * space: its continuations have 76, which strict readers refuse.
 *
 * @param text iCalendar text with CRLF, folded or not
 * @returns the same with folds of our own, ending in CRLF
 */
export function refold(text: string): string {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => `${foldLine(line)}\r\n`)
    .join('');
}

const ASCII = /^[\u0000-\u007f]*$/;

function foldLine(line: string): string {
  return ASCII.test(line) ? foldAscii(line) : foldCharacters(line);
}

/** Each character is an octet; nearly all lines are of this kind. */
function foldAscii(line: string): string {
  let folded = line.slice(0, LONGEST_LINE);
  for (let at = LONGEST_LINE; at < line.length; at += LONGEST_LINE - 1)
    folded += `\r\n ${line.slice(at, at + LONGEST_LINE - 1)}`;
  return folded;
}

function foldCharacters(line: string): string {
  const pieces: string[] = [];
  let from = 0;
  let at = 0;
  let octets = 0;
  for (const character of line) {
    const width = utf8Width(character.codePointAt(0) ?? 0);
    if (octets + width > LONGEST_LINE) {
      pieces.push(line.slice(from, at));
      from = at;
      octets = 1;
    }
    at += character.length;
    octets += width;
  }
  pieces.push(line.slice(from));
  return pieces.join('\r\n ');
}

function utf8Width(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}
