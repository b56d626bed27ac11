import {
  beginAgain,
  deliveryById,
  insertEventFor,
  type WebhookDelivery,
} from '../../adapters/postgres/webhooks/deliveries.ts';
import { endpointById, type WebhookEndpoint } from '../../adapters/postgres/webhooks/endpoints.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { NamedEndpoint } from '../../queries/webhooks.ts';
import type { CommandDeps } from '../deps.ts';
import { EndpointIsDisabled } from './refusals.ts';

type Deps = Pick<CommandDeps, 'knex' | 'clock'>;
/** As what somebody sends: as the backend whose endpoint it is, or as who looks after the tenant. */
type Sending = 'webhooks.send' | 'operations.mend';

/**
 * Sends an event to its endpoint once more, now, under the same webhook-id, whether it was taken, given up, or still waits.
 *
 * @throws NotPermitted
 * @throws EndpointIsDisabled
 */
export async function redeliver(
  { knex }: Pick<Deps, 'knex'>,
  actor: Actor,
  { deliveryId, ...named }: NamedEndpoint & { deliveryId: string },
  sending: Sending = 'webhooks.send',
): Promise<WebhookDelivery> {
  await enabledEndpoint(knex, actor, named, sending);
  const at = { tenantId: named.tenantId, endpointId: named.id, id: deliveryId };
  permit(actor, sending, await deliveryById(knex, at), 'The delivery');
  await beginAgain(knex, deliveryId);
  return permit(actor, sending, await deliveryById(knex, at), 'The delivery');
}

/**
 * Sends `parley.test` to one endpoint, whatever it wants to hear of.
 *
 * @param id of the event and its delivery: the same again is the same
 * @throws NotPermitted
 * @throws EndpointIsDisabled
 */
export async function sendTestEvent(
  { knex, clock }: Deps,
  actor: Actor,
  named: NamedEndpoint,
  id: string,
  sending: Sending = 'webhooks.send',
): Promise<WebhookDelivery> {
  const endpoint = await enabledEndpoint(knex, actor, named, sending);
  const event = {
    type: 'parley.test',
    at: new Date(clock.nowMs()),
    data: { endpointId: endpoint.id },
  } as const;
  await insertEventFor(knex, { id, tenantId: endpoint.tenantId, endpointId: endpoint.id }, event);
  const at = { tenantId: endpoint.tenantId, endpointId: endpoint.id, id };
  return permit(actor, sending, await deliveryById(knex, at), 'The delivery');
}

async function enabledEndpoint(
  knex: Deps['knex'],
  actor: Actor,
  named: NamedEndpoint,
  sending: Sending,
): Promise<WebhookEndpoint> {
  const endpoint = permit(actor, sending, await endpointById(knex, named), 'The endpoint');
  if (!endpoint.enabled) throw new EndpointIsDisabled();
  return endpoint;
}
