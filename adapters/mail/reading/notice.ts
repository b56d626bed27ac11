import type { MailNotice } from '../../../activities/understanding/mail.ts';
import { decodeText } from './decode-text.ts';
import { groupsIn, type ReportedRecipient } from './delivery-report.ts';
import { messageIds, valueOf, type HeaderLine } from './header-lines.ts';
import { isAboutAPerson, saidInWords } from './notice-words.ts';
import { otherReportOf } from './other-report.ts';
import { withoutQuotedHtml, withoutQuotedLines } from './quotes.ts';
import type { Part } from './take-apart.ts';

/** Of all texts together, in characters. */
const LONGEST_NOTICE = 100_000;
/** Of what is looked at for words. */
const LONGEST_WORDS = 12_000;

/**
 * A message read as what a mail system says about another: in groups of fields, wherever they stand, or in words. Also one
 * whose parts cannot be told apart. Whether it is one, who asks has to know: a report's address is a secret.
 *
 * @param body as it came, for a message without parts that can be read
 */
export function noticeOf(
  lines: readonly HeaderLine[],
  subject: string,
  parts: readonly Part[],
  body: Buffer,
): MailNotice {
  const shown = parts.filter(({ type }) => READ.test(type)).map(textOf);
  const flat = (shown.some((text) => text.trim() !== '') ? shown.join('\n\n') : octets(body)).slice(
    0,
    LONGEST_NOTICE,
  );
  const otherReport = otherReportOf(lines, parts, flat);
  const recipients: ReportedRecipient[] = otherReport === null ? groupsIn(flat) : [];
  const words = saidInWords(inWords(flat), simplified(subject).slice(0, 500));
  const absent = isVacation(lines) || isAboutAPerson(simplified(subject).slice(0, 500));
  return {
    ...(otherReport !== null || (absent && recipients.length === 0) ? { words: null, status: null } : words),
    recipients: recipients.map(({ action, status }) => ({ action, status })),
    messageIds: messageIds(flat.match(MESSAGE_ID_FIELDS) ?? []).slice(0, 20),
    otherReport,
  };
}

const READ = /^(?:text|message)\//;

/** From nobody's address, or one of those that mail systems write from. */
export const isFromMailSystem = (lines: readonly HeaderLine[]): boolean =>
  MAIL_SYSTEM.test((valueOf(lines, 'from') ?? '').slice(0, 500));

const MAIL_SYSTEM =
  /^\s*$|<\s*>|mailer[-_. ]?daemon|postmaster|mail[-_. ]?(?:daemon|router|system)|mail delivery|mdaemon|microsoftexchange|\bbounces?\b/i;

const VACATION_FIELDS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-auto-reply-from',
  'x-mail-autoreply',
  'x-vacation',
];

/** Auto-Submitted may say it in a comment or a parameter (RFC 3834 §5, RFC 5230 §4.6). */
const isVacation = (lines: readonly HeaderLine[]): boolean =>
  /^auto-[\w-]+[^\n]{0,80}\bvacation\b/i.test(valueOf(lines, 'auto-submitted') ?? '') ||
  VACATION_FIELDS.some((name) => valueOf(lines, name) !== null) ||
  [valueOf(lines, 'precedence'), valueOf(lines, 'preference')].some((value) =>
    /^auto_reply/i.test(value ?? ''),
  );

const MESSAGE_ID_FIELDS =
  /^[> \t]{0,10}(?:x-)?(?:original-)?(?:message-id|references|in-reply-to):[ \t]*\n?[ \t]*<[^<>\s]{1,900}>/gim;

const textOf = ({ type, content, parameters: { charset } }: Part): string => {
  const text = decodeText(content.subarray(0, LONGEST_NOTICE), charset).replace(/\r\n?/g, '\n');
  return type === 'text/html' ? withoutTags(withoutQuotedHtml(text)) : text;
};

const octets = (body: Buffer): string =>
  decodeText(body.subarray(0, LONGEST_NOTICE), undefined).replace(/\r\n?/g, '\n');

const withoutTags = (html: string): string =>
  html
    .split('<')
    .map((piece, at) => (at === 0 ? piece : piece.slice(piece.indexOf('>') + 1)))
    .join(' ');

/** Up to where the message that came back begins: its words are not the mail system's, nor are those that it quotes. */
function inWords(flat: string): string {
  const end = flat.search(RETURNED);
  return simplified(withoutQuotedLines((end === -1 ? flat : flat.slice(0, end)).slice(0, LONGEST_WORDS)));
}

const RETURNED =
  /^(?:[-=*_ \t]{3,40}[^\n]{0,60}(?:copy of|below this line|returned message|original message|message header)|original message (?:headers|follows)|(?:received|return-path|message-id|dkim-signature|mime-version):)/im;

const simplified = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
