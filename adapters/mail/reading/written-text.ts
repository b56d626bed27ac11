import EmailReplyParser from 'email-reply-parser';
import { convert } from 'html-to-text';
import libmime from 'libmime';
import { decodeText } from './decode-text.ts';
import type { Part } from './take-apart.ts';

/** More than that nobody writes to say when they have time, and the libraries take longer than in proportion. */
const LONGEST_TEXT = 10_000;
const LONGEST_LINE = 1_000;
const LONGEST_HTML = 50_000;
/** Before its head, which may be mostly a style sheet, is taken out. */
const LONGEST_WITH_HEAD = 300_000;

/**
 * What a person wrote now: the plain text, or the HTML as text, without the message that is answered and without a
 * signature. At most 10,000 characters are looked at.
 */
export function writtenText(parts: readonly Part[]): string {
  const shown = parts.filter(({ disposition }) => disposition !== 'attachment');
  const ofType = (type: string) =>
    shown
      .filter((part) => part.type === type)
      .map(textOf)
      .join('\n');
  const plain = ofType('text/plain');
  return newestOf(plain.trim() === '' ? textOfHtml(ofType('text/html')) : plain);
}

function textOf({ content, parameters: { charset, format, delsp } }: Part): string {
  const text = decodeText(content.subarray(0, LONGEST_WITH_HEAD), charset).replace(/\r\n?/g, '\n');
  return format?.toLowerCase() === 'flowed'
    ? libmime.decodeFlowed(text, delsp?.toLowerCase() === 'yes')
    : text;
}

/** Without the message that is answered and without a signature. */
export function newestOf(plain: string): string {
  const bounded = plain
    .slice(0, LONGEST_TEXT)
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE).trim())
    .join('\n')
    // The library looks at a run of empty lines again from each of them.
    .replace(/\n{3,}/g, '\n\n');
  const [newest = ''] = bounded.split(JAPANESE_QUOTE_HEADER, 1);
  return new EmailReplyParser().parseReply(newest).trim();
}

/** "2026年11月21日(土) 9:00 … <…>:", the one of the languages of our mails that the library does not know. */
const JAPANESE_QUOTE_HEADER = /^\d{4}年\d{1,2}月\d{1,2}日.*[:：]$/m;

const textOfHtml = (html: string): string =>
  convert(withoutHead(html.slice(0, LONGEST_WITH_HEAD)).slice(0, LONGEST_HTML), {
    wordwrap: false,
    limits: { maxInputLength: LONGEST_HTML, maxDepth: 100, maxChildNodes: 1_000, ellipsis: '' },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'blockquote', format: 'skip' },
      { selector: 'div.gmail_quote', format: 'skip' },
    ],
  });

const withoutHead = (html: string): string => html.slice(Math.max(0, html.search(/<body[\s>]/i)));
