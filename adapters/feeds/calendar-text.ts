import { parseMIMEType } from 'undici';
import { decodeCalendar } from '../mail/reading/decode-calendar.ts';

/** A file with HTML before or instead of it is no calendar, whatever its Content-Type says, and the other way round. */
const BEGINS = /^\s*BEGIN[ \t]*:[ \t]*V(?:CALENDAR|EVENT|TIMEZONE)[ \t]*[\r\n]/i;
const BORDERS = /^(BEGIN|END)[ \t]*:[ \t]*(VCALENDAR|VEVENT)\b/gim;

/**
 * A calendar's text: by its byte order mark, else the charset of its Content-Type, else UTF-8 (RFC 5545 §6), else Latin.
 *
 * @returns `truncated` when its end is missing: an answer without a length that is cut looks like a whole one (RFC 9112 §8),
 *   and the events that are missing would be taken for deleted ones
 */
export function calendarText(
  content: Buffer,
  contentType: string | undefined,
): { text: string } | 'not-a-calendar' | 'truncated' {
  const text = decodeCalendar(content, hasByteOrderMark(content) ? undefined : charsetOf(contentType));
  if (!BEGINS.test(text)) return 'not-a-calendar';
  return isWhole(text) ? { text } : 'truncated';
}

/** The last calendar is mostly in it. */
const TAIL = 10_000;

function isWhole(text: string): boolean {
  const lineOfTail = text.indexOf('\n', text.length - TAIL) + 1;
  const inTail = lastBorders(text.slice(lineOfTail));
  const last = inTail.has('VCALENDAR') ? inTail : lastBorders(text);
  // Some programs write events without a calendar around them.
  return (last.get('VCALENDAR') ?? last.get('VEVENT')) === 'END';
}

/** BEGIN or END, whichever of each component comes last. */
function lastBorders(text: string): Map<string, string> {
  const last = new Map<string, string>();
  for (const [, border = '', name = ''] of text.matchAll(BORDERS))
    last.set(name.toUpperCase(), border.toUpperCase());
  return last;
}

function hasByteOrderMark(content: Buffer): boolean {
  const start = content.toString('latin1', 0, 3);
  return start === '\xef\xbb\xbf' || start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff');
}

function charsetOf(contentType: string | undefined): string | undefined {
  const type = contentType === undefined ? 'failure' : parseMIMEType(contentType);
  return type === 'failure' ? undefined : type.parameters.get('charset');
}
