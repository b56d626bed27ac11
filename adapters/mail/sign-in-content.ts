import type { SignInView } from '../../activities/delivery/ports.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import type { Texts } from '../texts/texts.ts';
import type { MailContent } from './content.ts';

/** The mail with an owner's sign-in link, in words of their language. */
export function signInContent(view: SignInView, texts: Texts): MailContent {
  const wording = texts.wordingFor(view.recipient.language);
  const { t } = wording;
  const product = cleanLine(view.tenant.productName);
  const values = { product, minutes: view.minutes, to: view.to ?? 'rooms' };
  return {
    wording,
    product,
    subject: t('mail.signIn.subject', values),
    preheader: t('mail.signIn.preheader', values),
    title: t('mail.signIn.title', values),
    heading: t('mail.signIn.heading', values),
    paragraphs: [t('mail.signIn.body', values)],
    times: [],
    quote: null,
    description: '',
    actions: [{ label: t('mail.signIn.action'), url: view.link, weight: 'primary', answers: false }],
    footer: [t('mail.signIn.footer')],
  };
}
