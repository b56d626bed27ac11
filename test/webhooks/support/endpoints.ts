import { randomUUID } from 'node:crypto';
import { createEndpoint, type EndpointWithSecret } from '../../../commands/webhooks/manage-endpoints.ts';
import type { EndpointSettings } from '../../../adapters/postgres/webhooks/endpoints.ts';
import { deliveriesOf, type WebhookDelivery } from '../../../adapters/postgres/webhooks/deliveries.ts';
import { endpointById, type WebhookEndpoint } from '../../../adapters/postgres/webhooks/endpoints.ts';
import { loadConfig } from '../../../config/index.ts';
import { deliveryWorkflowId } from '../../../workflows/delivery/messages.ts';
import { webhookKey } from '../../../activities/webhooks/relay.ts';
import { SECRET_KEY, type World } from '../../support/world.ts';

export const OPERATOR = { kind: 'operator' } as const;

/** With the settings that `createWorld` has. */
export const webhookDeps = (world: World) => ({
  knex: world.database,
  config: loadConfig({ PARLEY_SECRET_KEY: SECRET_KEY, WEBHOOK_ALLOWED_HOSTS: '127.0.0.1' }),
  clock: { nowMs: () => Date.now() },
});

/** An endpoint of the world's tenant. */
export const addEndpoint = (
  world: World,
  url: string,
  settings: Partial<EndpointSettings> = {},
): Promise<EndpointWithSecret> =>
  createEndpoint(webhookDeps(world), OPERATOR, {
    id: randomUUID(),
    tenantId: world.tenant.id,
    url,
    description: '',
    eventTypes: null,
    contactEmail: null,
    ...settings,
  });

/** What an endpoint was sent, the oldest first. */
export const deliveriesTo = async (world: World, { id }: { id: string }): Promise<WebhookDelivery[]> =>
  (await deliveriesOf(world.database, { tenantId: world.tenant.id, id }, { limit: 200 })).reverse();

export const endpointNow = async (world: World, { id }: { id: string }): Promise<WebhookEndpoint> =>
  (await endpointById(world.database, { tenantId: world.tenant.id, id }))!;

/** Starts what waits, and waits until every delivery of the endpoint is settled; skips the time that it takes. */
export async function settle(world: World, endpoint: { id: string }): Promise<WebhookDelivery[]> {
  while ((await world.relayWebhooks()) > 0);
  for (const { id: deliveryId, run } of await deliveriesTo(world, endpoint)) {
    await world.client.workflow.getHandle(deliveryWorkflowId(webhookKey({ deliveryId, run }))).result();
  }
  return deliveriesTo(world, endpoint);
}
