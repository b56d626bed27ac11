import type { FeedFailingView } from '../../activities/delivery/ports.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import { fetchProblemWords } from '../texts/feed-problem.ts';
import type { Texts } from '../texts/texts.ts';
import type { MailContent } from './content.ts';
import { momentLine } from './times.ts';

/** The mail that tells an owner that the calendar of their room cannot be read, and what they can do, in their language. */
export function feedFailingContent(view: FeedFailingView, texts: Texts): MailContent {
  const { recipient, room, problem, sinceMs } = view;
  const wording = texts.wordingFor(recipient.language);
  const { t } = wording;
  const product = cleanLine(view.tenant.productName);
  const values = { product, room };
  const since = momentLine(sinceMs, recipient.timezone, wording);
  return {
    wording,
    product,
    subject: t('mail.feedFailing.subject', values),
    preheader: t('mail.feedFailing.preheader'),
    title: t('mail.feedFailing.title', values),
    heading: t('mail.feedFailing.heading'),
    paragraphs: [
      t('mail.feedFailing.body', { since }),
      fetchProblemWords(problem, texts, t),
      t('mail.feedFailing.meaning'),
    ],
    times: [],
    quote: null,
    description: '',
    actions: [{ label: t('mail.feedFailing.action'), url: view.link, weight: 'primary', answers: false }],
    footer: [t('mail.feedFailing.footer')],
  };
}
