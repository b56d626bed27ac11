import type { EndpointDisabledView } from '../../activities/delivery/ports.ts';
import { cleanLine } from '../../domain/ical/text.ts';
import type { Texts } from '../texts/texts.ts';
import type { MailContent } from './content.ts';

/** The mail that an endpoint is sent no more events, in words of the tenant's language. */
export function endpointDisabledContent(view: EndpointDisabledView, texts: Texts): MailContent {
  const wording = texts.wordingFor(view.recipient.language);
  const { t } = wording;
  const product = cleanLine(view.tenant.productName);
  const { host, id } = view.endpoint;
  const values = { product, host, id, reason: view.reason, days: view.days };
  return {
    wording,
    product,
    subject: t('mail.endpointDisabled.subject', values),
    preheader: t('mail.endpointDisabled.preheader', values),
    title: t('mail.endpointDisabled.title'),
    heading: t('mail.endpointDisabled.heading'),
    paragraphs: [t('mail.endpointDisabled.why', values), t('mail.endpointDisabled.what', values)],
    times: [],
    quote: null,
    description: '',
    actions: [],
    footer: [t('mail.endpointDisabled.footer')],
  };
}
