import type { z } from 'zod';
import type { WebhookDelivery, WebhookEndpoint } from '../../../queries/webhooks.ts';
import { iso, isoOrNull } from '../fields.ts';
import type { endpoint as endpointSchema, webhookDelivery } from './schema.ts';

export const presentEndpoint = (endpoint: WebhookEndpoint): z.input<typeof endpointSchema> => ({
  id: endpoint.id,
  url: endpoint.url,
  description: endpoint.description,
  eventTypes: endpoint.eventTypes,
  contactEmail: endpoint.contactEmail,
  status: endpoint.enabled ? 'enabled' : 'disabled',
  disabledReason: endpoint.disabledReason,
  disabledAt: isoOrNull(endpoint.disabledAt),
  failingSince: isoOrNull(endpoint.failingSince),
  deliveredAt: isoOrNull(endpoint.deliveredAt),
  previousSecretUntil: isoOrNull(endpoint.previousSecretUntil),
  createdAt: iso(endpoint.createdAt),
});

export const presentDelivery = (delivery: WebhookDelivery): z.input<typeof webhookDelivery> => ({
  id: delivery.id,
  eventId: delivery.eventId,
  type: delivery.type,
  status: delivery.state,
  createdAt: iso(delivery.createdAt),
  settledAt: isoOrNull(delivery.settledAt),
  attempts: delivery.attempts.map(({ at, tookMs, httpStatus, problem }) => ({
    at: iso(new Date(at)),
    tookMs,
    httpStatus,
    problem,
  })),
});
