import { createHash } from 'node:crypto';
import NodemailerComposer from 'nodemailer/lib/mail-composer';
import type { ComposedMessage, MailComposer, MessageView } from '../../activities/ports.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import { writeCalendar } from '../../domain/ical/write.ts';
import { calendarFor } from '../../domain/itip/outbound.ts';
import { loadTexts } from '../texts/load.ts';
import type { Texts } from '../texts/texts.ts';
import { contentOf, type MailContent } from './content.ts';
import { mailHtml } from './html/document.tsx';
import { calendarDescription, mailText } from './mail-text.ts';

/**
 * Writes messages for one party each. The same view gives the same bytes: a retry repeats a message, and
 * a server that has seen its Message-ID drops it.
 *
 * @param texts the words; by default those that Parley brings, English where nobody told a language
 */
export function createMailComposer(texts: Texts = loadTexts()): MailComposer {
  return { compose: (view) => compose(view, texts) };
}

async function compose(view: MessageView, texts: Texts): Promise<ComposedMessage> {
  const content = contentOf(view, texts);
  const calendar = calendarText(view, content);
  const raw = await build({
    from: { name: cleanLine(view.tenant.organizerName), address: cleanLine(view.tenant.organizerEmail) },
    to: cleanLine(view.recipient.email),
    subject: content.subject,
    messageId: cleanLine(view.messageId),
    date: new Date(view.spec.dtstampMs),
    headers: automaticHeaders(calendar !== null),
    text: mailText(content),
    html: mailHtml(content),
    ...(calendar !== null && { icalEvent: { method: view.spec.method ?? '', content: calendar } }),
  });
  return { raw, subject: content.subject };
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
