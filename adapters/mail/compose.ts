import { createHash } from 'node:crypto';
import NodemailerComposer from 'nodemailer/lib/mail-composer';
import type {
  CalendarMailView,
  ComposedMessage,
  EndpointDisabledView,
  FeedFailingView,
  MailComposer,
  MessageView,
  SignInView,
} from '../../activities/delivery/ports.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import { writeCalendar } from '../../domain/ical/write.ts';
import { calendarFor } from '../../domain/itip/outbound.ts';
import { loadTexts } from '../texts/load.ts';
import type { Texts } from '../texts/texts.ts';
import { calendarMailContent } from './calendar-mail-content.ts';
import { contentOf, type MailContent } from './content.ts';
import type { DkimSigner } from './dkim/signer.ts';
import { mailHtml } from './html/document.tsx';
import { endpointDisabledContent } from './endpoint-disabled-content.ts';
import { feedFailingContent } from './feed-failing-content.ts';
import { calendarDescription, mailText } from './mail-text.ts';
import { signInContent } from './sign-in-content.ts';

export interface ComposerOptions {
  /** Absent: messages go out without a signature. */
  sign?: DkimSigner;
}

/**
 * Writes messages for one attendee each, signed before anybody tries to send them. The same view gives the same bytes:
 * a retry repeats a message, and a server that has seen its Message-ID drops it.
 *
 * @param texts the words; by default those that Parley brings, English where nobody told a language
 */
export function createMailComposer(texts: Texts = loadTexts(), { sign }: ComposerOptions = {}): MailComposer {
  const signed = async (organizer: string, { raw, subject }: ComposedMessage): Promise<ComposedMessage> => ({
    raw: sign ? await sign(raw, organizer) : raw,
    subject,
  });
  return {
    compose: async (view) => signed(view.tenant.organizerEmail, await compose(view, texts)),
    composeSignIn: async (view) =>
      signed(view.tenant.organizerEmail, await composeWords(view, signInContent(view, texts))),
    composeFeedFailing: async (view) =>
      signed(view.tenant.organizerEmail, await composeWords(view, feedFailingContent(view, texts))),
    composeEndpointDisabled: async (view) =>
      signed(view.tenant.organizerEmail, await composeWords(view, endpointDisabledContent(view, texts))),
    composeCalendarMail: async (view) =>
      signed(view.tenant.organizerEmail, await composeCalendarMail(view, calendarMailContent(view, texts))),
  };
}

/** What every message has, whatever it is about. */
function letter(
  {
    tenant,
    recipient,
    messageId,
  }: Pick<MessageView, 'messageId' | 'tenant'> & { recipient: { email: string } },
  dateMs: number,
  content: MailContent,
) {
  return {
    from: mailbox(tenant, tenant.organizerEmail),
    // As an object: a text would be split at its commas.
    to: { name: '', address: cleanLine(recipient.email) },
    subject: headerText(content.subject),
    messageId: cleanLine(messageId),
    date: new Date(dateMs),
    text: mailText(content),
    html: mailHtml(content),
  };
}

const mailbox = ({ organizerName }: MessageView['tenant'], address: string) => ({
  name: headerText(organizerName),
  address: cleanLine(address),
});

/** A mail in words, about no meeting. */
async function composeWords(
  view: SignInView | FeedFailingView | EndpointDisabledView,
  content: MailContent,
): Promise<ComposedMessage> {
  const raw = await build({ ...letter(view, view.dateMs, content), headers: automaticHeaders(false) });
  return { raw, subject: content.subject };
}

/** It comes from the mailbox of Parley, under the name of who writes: nobody else's server may send in their name. */
async function composeCalendarMail(view: CalendarMailView, content: MailContent): Promise<ComposedMessage> {
  const from = { ...view.tenant, organizerName: view.senderName };
  const raw = await build({
    ...letter({ ...view, tenant: from }, view.dateMs, content),
    ...(view.answerTo !== null && { replyTo: mailbox(from, view.answerTo) }),
    headers: automaticHeaders(true),
    icalEvent: { method: view.calendar.method, content: view.calendar.text },
  });
  return { raw, subject: content.subject };
}

async function compose(view: MessageView, texts: Texts): Promise<ComposedMessage> {
  const content = contentOf(view, texts);
  const calendar = calendarText(view, content);
  const { answerTo } = view;
  const raw = await build({
    ...letter(view, view.spec.dtstampMs, content),
    ...(answerTo.mail !== null && { replyTo: mailbox(view.tenant, answerTo.mail) }),
    headers: automaticHeaders(calendar !== null),
    ...(calendar !== null && { icalEvent: { method: view.spec.method ?? '', content: calendar } }),
  });
  return { raw, subject: content.subject };
}

/** What turns the direction of all that follows, also beyond the text that it came in. */
const TURNS_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** In characters: also when each of them is escaped, its line stays below 998 octets (RFC 5322 §2.1.1). */
const LONGEST_HEADER_TEXT = 200;

/**
 * A text for a header. What looks like an encoded word inside it is taken apart: some readers decode it wherever it
 * stands, although it is only a text in quotes (RFC 2047 §5).
 */
function headerText(text: string): string {
  const clean = cleanLine(text.replace(TURNS_DIRECTION, ' ')).replaceAll('=?', '= ?');
  const characters = [...clean];
  return characters.length <= LONGEST_HEADER_TEXT
    ? clean
    : `${characters.slice(0, LONGEST_HEADER_TEXT - 1).join('')}…`;
}

function calendarText(view: MessageView, content: MailContent): string | null {
  const words = { description: calendarDescription(content), comment: commentOf(view, content) };
  const message = calendarFor(view, words);
  return message && writeCalendar(message);
}

/** Why it is cancelled or refused, for calendars that show it (RFC 5546 §3.2.5, §3.2.8). */
const commentOf = ({ spec }: MessageView, content: MailContent): string =>
  spec.method === 'REQUEST' ? '' : (content.paragraphs[0] ?? '');

/**
 * RFC 3834 §5.1: a program sent it. Calendar messages leave the suppression header of Exchange out:
 * it would keep the answers that they ask for from being sent.
 */
const automaticHeaders = (isCalendar: boolean): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  ...(!isCalendar && { 'X-Auto-Response-Suppress': 'All' }),
});

export type MailOptions = ConstructorParameters<typeof NodemailerComposer>[0];

/** The bytes of a message; boundaries come from its Message-ID, so that they are the same every time. */
export async function build(options: NonNullable<MailOptions> & { messageId: string }): Promise<Buffer> {
  const baseBoundary = createHash('sha256').update(options.messageId).digest('hex').slice(0, 24);
  const composer = new NodemailerComposer({
    ...options,
    baseBoundary,
    // Quoted-printable and base64 pass every relay; 8-bit parts are mangled by some.
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  message.keepBcc = false;
  return message.build();
}
