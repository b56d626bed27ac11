import libqp from 'libqp';

/** What is looked at to tell how a calendar is encoded, in octets. */
const REACH = 300;
const PLAIN = /^\s*BEGIN[ \t]{0,5}:[ \t]{0,5}VCALENDAR/i;
/** "BEGIN:", in UTF-8 or UTF-16, with its mark or without. */
const IN_BASE64 =
  /^\s*(?:(?:77u\/)?(?:QkVHSU46|YmVnaW46)|(?:\/\/5CAEUARwBJAE4A|QgBFAEcASQBOADoA|\/v8AQgBFAEcASQBO|AEIARQBHAEkATgA6))/;
const IN_UU = /^\s*begin [0-7]{3,4} /;
/** In characters: four for three octets of the longest calendar that is read. */
const LONGEST_UU = 6_000_000;
const UU_NAMES = /^(?:x-)?(?:uu|uue|uuencode)$/;

/**
 * A part's octets as they were before their transfer encoding (RFC 2045 §6), or `x-uuencode`. A calendar whose encoding is
 * another one than it says is read by what it begins with, which can be nothing else. Linear.
 */
export function decodedContent(body: Buffer, declared: string): Buffer {
  const start = body.toString('latin1', 0, REACH);
  if (PLAIN.test(withoutMark(start))) {
    return isQuotedPrintable(body, declared) ? libqp.decode(body.toString('latin1')) : body;
  }
  if (declared === 'base64' || IN_BASE64.test(start)) return Buffer.from(body.toString('latin1'), 'base64');
  if (IN_UU.test(start)) {
    const content = withoutUu(body.toString('latin1'));
    const isCalendar = PLAIN.test(withoutMark(content.toString('latin1', 0, REACH)));
    if (UU_NAMES.test(declared) || isCalendar) return content;
  }
  return declared === 'quoted-printable' ? libqp.decode(body.toString('latin1')) : body;
}

const withoutMark = (start: string): string => (start.startsWith('\xef\xbb\xbf') ? start.slice(3) : start);

/**
 * "PARTSTAT=ACCEPTED" has an octet 0xAC in quoted-printable, which no program means; "=3D" is nothing else. Where neither
 * stands it is what it says.
 */
function isQuotedPrintable(body: Buffer, declared: string): boolean {
  const text = body.toString('latin1');
  if (/PARTSTAT=3D/i.test(text)) return true;
  return declared === 'quoted-printable' && !/PARTSTAT="?(?:ACCEPTED|DECLINED|TENTATIVE)/i.test(text);
}

/** POSIX.1-2017, uuencode: a line is its length and groups of four characters for three octets. */
function withoutUu(text: string): Buffer {
  const octets: number[] = [];
  for (const line of text.slice(0, LONGEST_UU).trimStart().split(/\r?\n/).slice(1)) {
    const length = (line.charCodeAt(0) - 32) & 63;
    if (line === '' || length === 0 || line.startsWith('end')) break;
    const end = octets.length + length;
    for (let at = 1; octets.length < end; at += 4) {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((of) => sixBits(line, at + of));
      octets.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
    }
    octets.length = end;
  }
  return Buffer.from(octets);
}

/** Blanks at a line's end may be lost on the way. */
const sixBits = (line: string, at: number): number =>
  at < line.length ? (line.charCodeAt(at) - 32) & 63 : 0;
