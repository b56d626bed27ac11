/** More is no program's. */
const MOST = 40;
const BEGINS = /^BEGIN[ \t]{0,5}:[ \t]{0,5}VCALENDAR[ \t]{0,40}$/i;

/**
 * A calendar without the blanks before each of its lines, which would make one line of all (RFC 5545 §3.1): as many as
 * stand before its BEGIN, or before the line behind that, since a BEGIN goes on in no other. Takes time in proportion to
 * the text's length.
 */
export function withoutIndent(raw: string): string {
  const first = raw.search(/\S/);
  // A calendar that begins where it has to, and goes on as it has to, is not taken apart.
  if (first === -1) return raw;
  const start = Math.max(raw.lastIndexOf('\n', first), raw.lastIndexOf('\r', first)) + 1;
  const lines = raw.slice(start, first + 2 * MOST + 100).split(/\r\n|\n|\r/, 2);
  const [begin = '', next = ''] = lines.map((line) => line.replace('\ufeff', ''));
  if (!BEGINS.test(begin.trimStart())) return raw;
  const indent = blanksBefore(begin) || blanksBefore(next);
  if (indent === '' || indent.length > MOST) return raw;
  return raw
    .slice(start)
    .replace('\ufeff', '')
    .split(/\r\n|\n|\r/)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\r\n');
}

const blanksBefore = (line: string): string => line.slice(0, Math.max(0, line.search(/[^ \t]/)));
