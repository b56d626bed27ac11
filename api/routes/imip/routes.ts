import { UNDERSTOOD, type Understanding } from '../../../activities/understanding/decision.ts';
import { invalidField, tooLarge } from '../../middleware/problems.ts';
import { text, z } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { octetsOfBase64 } from './base64.ts';

const LARGEST_MESSAGE = 30 * 1024 * 1024;

/** Base64 is a third larger, and may be broken into lines. */
const LIMITS = {
  'message/rfc822': LARGEST_MESSAGE,
  'application/json': Math.ceil(LARGEST_MESSAGE * 1.4),
};

const inboundBody = z
  .union([z.instanceof(Buffer), z.strictObject({ raw: z.string().min(1) })], {
    error: 'must be the message itself, or an object with it in base64 as raw',
  })
  .openapi('InboundMail', {
    type: 'object',
    required: ['raw'],
    properties: {
      raw: {
        type: 'string',
        format: 'byte',
        description: 'The whole message in base64.',
        example: 'RnJvbTogZ3Vlc3RAZXhhbXBsZS5jb20NCg==',
      },
    },
    additionalProperties: false,
  });

export const understood = z
  .strictObject({
    understood: z.enum(UNDERSTOOD),
    reason: text(500)
      .optional()
      .openapi({ description: 'Why it was ignored or refused, or what more there is to say.' }),
    uid: z.string().optional(),
  })
  .openapi('Understood');

const inboundRoute = defineRoute({
  method: 'post',
  path: '/api/imip/inbound',
  operationId: 'deliverMail',
  resource: 'Mail',
  summary: 'Hand in a message that the organizer mailbox received',
  description:
    'Signed as in the Standard Webhooks specification; `?tenant=` names the tenant, the first one when absent. ' +
    'The message itself is the body, as message/rfc822 or as JSON with the message in base64.',
  auth: { kind: 'signature' },
  body: inboundBody,
  limits: LIMITS,
  readBody: (bytes) => bytes,
  answer: { status: 202, description: 'What was understood. The message is kept.', schema: understood },
  problems: ['invalid-signature', 'reading-busy'],
  handler: async ({ deps, tenant, body }) => {
    const raw = Buffer.isBuffer(body) ? body : decode(body.raw);
    if (raw.length === 0) throw invalidField('', 'must not be empty');
    const envelope = { from: null, to: [] };
    return presentUnderstood(
      await deps.ingest({ raw, door: 'webhook', envelope, tenantId: tenant.id, session: null }),
    );
  },
});

export const presentUnderstood = ({ understood, reason, uid }: Understanding) => ({
  understood,
  ...(reason === null ? {} : { reason }),
  ...(uid === null ? {} : { uid }),
});

function decode(base64: string): Buffer {
  const raw = octetsOfBase64(base64);
  if (raw.length > LARGEST_MESSAGE) throw tooLarge(LARGEST_MESSAGE);
  return raw;
}

export const imipRoutes: readonly Route[] = [inboundRoute];
