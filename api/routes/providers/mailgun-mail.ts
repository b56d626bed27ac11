import { MULTIPART, URLENCODED } from '../../middleware/form.ts';
import { z } from '../fields.ts';
import { presentUnderstood, understood } from '../imip/routes.ts';
import { defineRoute } from '../route.ts';
import { envelopeAddress, formMessage, formText } from './fields.ts';

const LARGEST_BODY = 40 * 1024 * 1024;

const mailgunMail = z
  .object({
    'body-mime': formMessage(),
    sender: formText(1_000).optional(),
    recipient: formText(50_000).optional(),
  })
  .openapi('MailgunMail');

/**
 * Mailgun sends the message itself, instead of what it reads in it, only to an address that ends in "mime". It does
 * not tell the client's address, and what it writes into the message about SPF and DKIM anybody may have written:
 * what counts is the author's own signature.
 */
export const mailgunMailRoute = defineRoute({
  method: 'post',
  path: '/api/imip/inbound/mailgun/mime',
  operationId: 'deliverMailgunMail',
  resource: 'Mail',
  summary: 'Take mail from a route of Mailgun’s',
  description:
    'For forward("https://…/api/imip/inbound/mailgun/mime"). The UID tells whose meeting it is about.',
  auth: { kind: 'provider', provider: 'mailgun' },
  body: mailgunMail,
  limits: { [MULTIPART]: LARGEST_BODY, [URLENCODED]: LARGEST_BODY },
  // Mailgun takes nothing but 200 for success, and sends again.
  answer: { status: 200, description: 'What was understood. The message is kept.', schema: understood },
  problems: ['reading-busy'],
  handler: async ({ deps, body }) => {
    const to = (body.recipient ?? '').split(',').flatMap((text) => envelopeAddress(text) ?? []);
    const envelope = { from: envelopeAddress(body.sender), to };
    return presentUnderstood(
      await deps.ingest({ raw: body['body-mime'], door: 'webhook', envelope, tenantId: null, session: null }),
    );
  },
});
