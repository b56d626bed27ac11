import EmailReplyParser from 'email-reply-parser';
import { convert } from 'html-to-text';

/** More than that nobody writes to say when they have time, and the libraries take longer than in proportion. */
const LONGEST_TEXT = 10_000;
const LONGEST_LINE = 1_000;
const LONGEST_HTML = 200_000;

/**
 * What a person wrote now: the plain text, or the HTML as text, without the message that is answered and without a
 * signature. At most 10,000 characters are looked at.
 */
export function writtenText(mail: { text?: string | undefined; html?: string | false | undefined }): string {
  const plain = mail.text?.trim() ? mail.text : mail.html ? textOfHtml(mail.html) : '';
  const bounded = plain
    .slice(0, LONGEST_TEXT)
    .split('\n')
    .map((line) => line.slice(0, LONGEST_LINE))
    .join('\n');
  return new EmailReplyParser().parseReply(bounded).trim();
}

const textOfHtml = (html: string): string =>
  convert(html.slice(0, LONGEST_HTML), {
    wordwrap: false,
    limits: { maxInputLength: LONGEST_HTML, maxDepth: 100, maxChildNodes: 1_000, ellipsis: '' },
    selectors: [
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ignoreHref: true } },
      { selector: 'blockquote', format: 'skip' },
      { selector: 'div.gmail_quote', format: 'skip' },
    ],
  });
