import { isIP } from 'node:net';
import { MULTIPART } from '../../middleware/form.ts';
import { z } from '../fields.ts';
import { presentUnderstood, understood } from '../imip/routes.ts';
import { defineRoute } from '../route.ts';
import { envelopeAddress, formMessage, formText } from './fields.ts';

const sendgridMail = z
  .object({
    email: formMessage(),
    envelope: formText(50_000).optional(),
    sender_ip: formText(100).optional(),
  })
  .openapi('SendgridMail');

const envelopeOf = z.object({ to: z.array(z.string()).default([]), from: z.string().nullish() });

/**
 * The signature covers all fields, so the client's address is as good as seen: SPF is looked at with it. Its name
 * in HELO is not told, so a bounce, which has no other sender, has no SPF.
 */
export const sendgridMailRoute = defineRoute({
  method: 'post',
  path: '/api/imip/inbound/sendgrid',
  operationId: 'deliverSendgridMail',
  resource: 'Mail',
  summary: 'Take mail from SendGrid’s Inbound Parse',
  description:
    'With "POST the raw, full MIME message" and a security policy that signs. The UID tells whose meeting it is about.',
  auth: { kind: 'provider', provider: 'sendgrid' },
  body: sendgridMail,
  limits: { [MULTIPART]: 40 * 1024 * 1024 },
  answer: { status: 200, description: 'What was understood. The message is kept.', schema: understood },
  problems: ['reading-busy'],
  handler: async ({ deps, body }) => {
    const envelope = readEnvelope(body.envelope);
    const clientAddress = body.sender_ip?.trim() ?? '';
    const session = isIP(clientAddress) === 0 ? null : { clientAddress, helo: '' };
    return presentUnderstood(
      await deps.ingest({ raw: body.email, door: 'webhook', envelope, tenantId: null, session }),
    );
  },
});

/** What cannot be read of it is missing: the message itself says what it is about. */
function readEnvelope(json: string | undefined): { from: string | null; to: string[] } {
  const parsed = envelopeOf.safeParse(parseJson(json));
  if (!parsed.success) return { from: null, to: [] };
  const { from, to } = parsed.data;
  return { from: envelopeAddress(from), to: to.flatMap((text) => envelopeAddress(text) ?? []) };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}
