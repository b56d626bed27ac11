import { WEBHOOK_EVENT_TYPES } from '../../../domain/webhooks/event-types.ts';
import { email, id, instantOut, text, z } from '../fields.ts';

export const eventType = () => z.enum(WEBHOOK_EVENT_TYPES);

const url = () =>
  z.string().max(2_048).openapi({
    description:
      'https, without a user. Private addresses are refused, also when the name leads to one later. Redirects are not followed.',
    example: 'https://backend.example.com/parley',
  });
const description = () => text(200).openapi({ example: 'Billing' });
const eventTypes = () =>
  z
    .array(eventType())
    .min(1, 'must have one')
    .nullable()
    .openapi({ description: 'What it is sent. Null: everything, also types that are yet to come.' });
const contactEmail = () =>
  email().nullable().openapi({
    description: 'Who is told by mail when the endpoint is disabled. Null: the tenant’s mailbox.',
  });

export const newEndpoint = z
  .strictObject({
    url: url(),
    description: description().optional(),
    eventTypes: eventTypes().optional(),
    contactEmail: contactEmail().optional(),
  })
  .openapi('NewWebhookEndpoint');

export const endpointChanges = z
  .strictObject({
    url: url().optional(),
    description: description().optional(),
    eventTypes: eventTypes().optional(),
    contactEmail: contactEmail().optional(),
    enabled: z.boolean().optional().openapi({
      description: 'Whether it is sent anything. What happens while it is not is not sent later.',
    }),
  })
  .openapi('WebhookEndpointChanges');

export const endpointParams = z.object({ webhookId: id() });
export const deliveryParams = z.object({ webhookId: id(), deliveryId: id() });
export const nothing = z.strictObject({}).optional();

const shown = {
  id: id(),
  url: z.string(),
  description: z.string(),
  eventTypes: z.array(eventType()).nullable(),
  contactEmail: z.string().nullable(),
  status: z.enum(['enabled', 'disabled']),
  disabledReason: z.enum(['asked', 'gone', 'failing']).nullable().openapi({
    description: 'It was asked for; it answered 410; or it took nothing for five days.',
  }),
  disabledAt: instantOut().nullable(),
  failingSince: instantOut().nullable().openapi({ description: 'Since when it has taken nothing.' }),
  deliveredAt: instantOut().nullable().openapi({ description: 'When it took an event last.' }),
  previousSecretUntil: instantOut().nullable().openapi({
    description: 'Until when the secret before the newest signs, too.',
  }),
  createdAt: instantOut(),
};
export const endpoint = z.strictObject(shown).openapi('WebhookEndpoint');
export const endpointWithSecret = z
  .strictObject({
    ...shown,
    secret: z.string().openapi({
      description: 'What its events are signed with. It is not shown again.',
      example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    }),
  })
  .openapi('WebhookEndpointWithSecret');
export const endpointList = z.strictObject({ webhooks: z.array(endpoint) }).openapi('WebhookEndpoints');

const deliveryStatus = () => z.enum(['pending', 'delivered', 'failed']);

export const deliveryQuery = z.strictObject({
  status: deliveryStatus().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.uuid().optional().openapi({ description: '`next` of the page before.' }),
});

export const webhookDelivery = z
  .strictObject({
    id: id(),
    eventId: id().openapi({
      description: 'The webhook-id: the same at every attempt, and when it is sent again.',
    }),
    type: eventType(),
    status: deliveryStatus(),
    createdAt: instantOut(),
    settledAt: instantOut().nullable(),
    attempts: z
      .array(
        z.strictObject({
          at: instantOut(),
          tookMs: z.int(),
          httpStatus: z.int().nullable().openapi({ description: 'Null: no answer came.' }),
          problem: z.string().nullable().openapi({ description: 'Null: it was taken.', example: 'timeout' }),
        }),
      )
      .openapi({
        description: 'The oldest first, at most the newest hundred. Answers themselves are not kept.',
      }),
  })
  .openapi('WebhookDelivery');

export const deliveryPage = z
  .strictObject({
    deliveries: z.array(webhookDelivery),
    next: z.string().nullable().openapi({ description: 'For `after`; null: there are no more.' }),
  })
  .openapi('WebhookDeliveries');
