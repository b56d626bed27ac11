import {
  deliveriesOf,
  type DeliveryFilter,
  type WebhookDelivery,
} from '../../adapters/postgres/webhooks/deliveries.ts';
import {
  endpointById,
  endpointsOf,
  type WebhookEndpoint,
} from '../../adapters/postgres/webhooks/endpoints.ts';
import type { Actor } from '../../policies/actor.ts';
import { permit } from '../../policies/permit.ts';
import type { QueryDeps } from '../deps.ts';
import type { NamedEndpoint } from '../webhooks.ts';
import { permitOperations } from './permit.ts';

export type EndpointStatus = 'fine' | 'unused' | 'failing' | 'disabled';

/** An endpoint as an operator sees it: the path of its address may be a secret, and its contact is somebody's address. */
export interface EndpointView extends Pick<
  WebhookEndpoint,
  'id' | 'description' | 'eventTypes' | 'disabledReason' | 'disabledAt' | 'failingSince' | 'deliveredAt'
> {
  maskedUrl: string;
  status: EndpointStatus;
}

type Deps = Pick<QueryDeps, 'knex'>;

/** All endpoints of a tenant, those that need somebody first. @throws NotPermitted */
export async function operatedEndpointsFor(
  { knex }: Deps,
  actor: Actor,
  tenantId: string,
): Promise<EndpointView[]> {
  permitOperations(actor, 'operations.see', tenantId);
  const views = (await endpointsOf(knex, tenantId)).map(viewOf);
  return ORDER.flatMap((status) => views.filter((view) => view.status === status));
}

/** One of them, and what was sent to it, the newest first. @throws NotPermitted also where there is none of this id */
export async function operatedEndpointFor(
  { knex }: Deps,
  actor: Actor,
  named: NamedEndpoint,
  filter: DeliveryFilter,
): Promise<{ endpoint: EndpointView; deliveries: WebhookDelivery[] }> {
  const endpoint = permit(actor, 'operations.see', await endpointById(knex, named), 'The endpoint');
  return { endpoint: viewOf(endpoint), deliveries: await deliveriesOf(knex, named, filter) };
}

const ORDER: EndpointStatus[] = ['disabled', 'failing', 'fine', 'unused'];

const viewOf = (endpoint: WebhookEndpoint): EndpointView => {
  const { id, description, eventTypes, disabledReason, disabledAt, failingSince, deliveredAt } = endpoint;
  const enabledStatus = failingSince ? 'failing' : deliveredAt ? 'fine' : 'unused';
  return {
    ...{ id, description, eventTypes, disabledReason, disabledAt, failingSince, deliveredAt },
    maskedUrl: `${new URL(endpoint.url).origin}/…`,
    status: endpoint.enabled ? enabledStatus : 'disabled',
  };
};
