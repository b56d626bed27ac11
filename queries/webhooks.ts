import {
  deliveriesOf,
  deliveryById,
  type DeliveryFilter,
  type WebhookDelivery,
} from '../adapters/postgres/webhooks/deliveries.ts';
import { endpointById, endpointsOf, type WebhookEndpoint } from '../adapters/postgres/webhooks/endpoints.ts';
import type { Actor } from '../policies/actor.ts';
import { permit } from '../policies/permit.ts';
import type { QueryDeps } from './deps.ts';

export type { WebhookDelivery, DeliveryFilter } from '../adapters/postgres/webhooks/deliveries.ts';
export type { WebhookEndpoint } from '../adapters/postgres/webhooks/endpoints.ts';

/** An endpoint, by its tenant and its own id. */
export interface NamedEndpoint {
  tenantId: string;
  id: string;
}

type Deps = Pick<QueryDeps, 'knex'>;

/** All endpoints of a tenant, in the order in which they were made. @throws NotPermitted */
export async function endpointsFor(
  { knex }: Deps,
  actor: Actor,
  tenantId: string,
): Promise<WebhookEndpoint[]> {
  permit(actor, 'webhooks.see', { tenantId }, 'The tenant');
  return endpointsOf(knex, tenantId);
}

/** One endpoint. @throws NotPermitted also where there is none of this id */
export async function endpointFor(
  { knex }: Deps,
  actor: Actor,
  named: NamedEndpoint,
): Promise<WebhookEndpoint> {
  return permit(actor, 'webhooks.see', await endpointById(knex, named), 'The endpoint');
}

/** What was sent to an endpoint, the newest first. @throws NotPermitted */
export async function webhookDeliveriesFor(
  deps: Deps,
  actor: Actor,
  named: NamedEndpoint,
  filter: DeliveryFilter,
): Promise<WebhookDelivery[]> {
  await endpointFor(deps, actor, named);
  return deliveriesOf(deps.knex, named, filter);
}

/** One delivery to an endpoint. @throws NotPermitted */
export async function webhookDeliveryFor(
  { knex }: Deps,
  actor: Actor,
  { deliveryId: id, tenantId, id: endpointId }: NamedEndpoint & { deliveryId: string },
): Promise<WebhookDelivery> {
  const delivery = await deliveryById(knex, { tenantId, endpointId, id });
  return permit(actor, 'webhooks.see', delivery, 'The delivery');
}
