import {
  changeEndpoint,
  createEndpoint,
  deleteEndpoint,
  rotateSecret,
  type EndpointWithSecret,
} from '../../../commands/webhooks/manage-endpoints.ts';
import { redeliver, sendTestEvent } from '../../../commands/webhooks/send-again.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import {
  endpointFor,
  endpointsFor,
  webhookDeliveriesFor,
  webhookDeliveryFor,
} from '../../../queries/webhooks.ts';
import { isUuid, nextAfter } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { presentDelivery, presentEndpoint } from './presenter.ts';
import {
  deliveryPage,
  deliveryParams,
  deliveryQuery,
  endpoint,
  endpointChanges,
  endpointList,
  endpointParams,
  endpointWithSecret,
  newEndpoint,
  nothing,
  webhookDelivery,
} from './schema.ts';

const resource = 'Webhooks' as const;
const see = { kind: 'key', action: 'webhooks.see' } as const;
const change = { kind: 'key', action: 'webhooks.change' } as const;
const send = { kind: 'key', action: 'webhooks.send' } as const;

const listRoute = defineRoute({
  method: 'get',
  path: '/api/webhooks',
  operationId: 'listWebhooks',
  resource,
  summary: 'See where events are sent',
  description: 'All endpoints, at most 20, in the order in which they were made.',
  auth: see,
  answer: { status: 200, description: 'The endpoints.', schema: endpointList },
  problems: [],
  handler: async ({ deps, tenant, actor }) => ({
    webhooks: (await endpointsFor(deps, actor, tenant.id)).map(presentEndpoint),
  }),
});

const createRoute = defineRoute({
  method: 'post',
  path: '/api/webhooks',
  operationId: 'createWebhook',
  resource,
  summary: 'Have events sent to an endpoint',
  description: 'By Standard Webhooks. The answer has the secret that they are signed with, this once.',
  auth: change,
  body: newEndpoint,
  answer: { status: 201, description: 'The endpoint and its secret.', schema: endpointWithSecret },
  answerIsSecret: true,
  problems: ['too-many-endpoints'],
  handler: async ({ deps, tenant, actor, body, requestKey }) =>
    withSecret(
      await createEndpoint(deps, actor, {
        id: requestKey,
        tenantId: tenant.id,
        url: body.url,
        description: body.description ?? '',
        eventTypes: body.eventTypes ?? null,
        contactEmail: body.contactEmail ?? null,
      }),
    ),
});

const showRoute = defineRoute({
  method: 'get',
  path: '/api/webhooks/{webhookId}',
  operationId: 'getWebhook',
  resource,
  summary: 'See an endpoint, and how it fares',
  auth: see,
  params: endpointParams,
  answer: { status: 200, description: 'The endpoint.', schema: endpoint },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params }) =>
    presentEndpoint(await endpointFor(deps, actor, namedBy(tenant, params))),
});

const changeRoute = defineRoute({
  method: 'patch',
  path: '/api/webhooks/{webhookId}',
  operationId: 'updateWebhook',
  resource,
  summary: 'Change an endpoint, or enable it again',
  description: 'What is left out stays.',
  auth: change,
  params: endpointParams,
  body: endpointChanges,
  answer: { status: 200, description: 'The endpoint, as it is now.', schema: endpoint },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params, body }) =>
    presentEndpoint(await changeEndpoint(deps, actor, namedBy(tenant, params), body)),
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: '/api/webhooks/{webhookId}',
  operationId: 'deleteWebhook',
  resource,
  summary: 'Delete an endpoint',
  description: 'With the log of its deliveries. What was on its way to it is not sent any more.',
  auth: change,
  params: endpointParams,
  answer: { status: 200, description: 'The endpoint, as it was.', schema: endpoint },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params }) => {
    const named = namedBy(tenant, params);
    const deleted = presentEndpoint(await endpointFor(deps, actor, named));
    await deleteEndpoint(deps, actor, named);
    return deleted;
  },
});

const rotateRoute = defineRoute({
  method: 'post',
  path: '/api/webhooks/{webhookId}/rotate-secret',
  operationId: 'rotateWebhookSecret',
  resource,
  summary: 'Give an endpoint a new secret',
  description:
    'For 24 hours events have two signatures, of the new secret and of the one before. Once more meanwhile replaces the new one.',
  auth: change,
  params: endpointParams,
  body: nothing,
  answer: { status: 200, description: 'The endpoint and its new secret.', schema: endpointWithSecret },
  answerIsSecret: true,
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params }) =>
    withSecret(await rotateSecret(deps, actor, namedBy(tenant, params))),
});

const testRoute = defineRoute({
  method: 'post',
  path: '/api/webhooks/{webhookId}/test',
  operationId: 'testWebhook',
  resource,
  summary: 'Send a test event',
  description: '`parley.test`, to this endpoint alone, whatever it wants to hear of.',
  auth: send,
  params: endpointParams,
  body: nothing,
  answer: {
    status: 202,
    description: 'Its delivery, which begins within a second or two.',
    schema: webhookDelivery,
  },
  problems: ['not-found', 'endpoint-disabled'],
  handler: async ({ deps, tenant, actor, params, requestKey }) =>
    presentDelivery(await sendTestEvent(deps, actor, namedBy(tenant, params), requestKey)),
});

const deliveriesRoute = defineRoute({
  method: 'get',
  path: '/api/webhooks/{webhookId}/deliveries',
  operationId: 'listWebhookDeliveries',
  resource,
  summary: 'See what an endpoint was sent',
  description: 'The newest first, with every attempt: when, how long it took, and what came of it.',
  auth: see,
  params: endpointParams,
  query: deliveryQuery,
  answer: { status: 200, description: 'A page of deliveries.', schema: deliveryPage },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params, query: { status, ...query } }) => {
    const found = await webhookDeliveriesFor(deps, actor, namedBy(tenant, params), {
      ...query,
      state: status,
    });
    return { deliveries: found.map(presentDelivery), next: nextAfter(found, query.limit) };
  },
});

const showDeliveryRoute = defineRoute({
  method: 'get',
  path: '/api/webhooks/{webhookId}/deliveries/{deliveryId}',
  operationId: 'getWebhookDelivery',
  resource,
  summary: 'See one delivery',
  auth: see,
  params: deliveryParams,
  answer: { status: 200, description: 'The delivery.', schema: webhookDelivery },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params }) =>
    presentDelivery(await webhookDeliveryFor(deps, actor, deliveryNamedBy(tenant, params))),
});

const redeliverRoute = defineRoute({
  method: 'post',
  path: '/api/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver',
  operationId: 'redeliverWebhook',
  resource,
  summary: 'Send an event once more',
  description: 'Now, under the same webhook-id, whether it was taken, given up or still waits.',
  auth: send,
  params: deliveryParams,
  body: nothing,
  answer: { status: 202, description: 'The delivery, which waits again.', schema: webhookDelivery },
  problems: ['not-found', 'endpoint-disabled'],
  handler: async ({ deps, tenant, actor, params }) =>
    presentDelivery(await redeliver(deps, actor, deliveryNamedBy(tenant, params))),
});

const withSecret = ({ endpoint: made, secret }: EndpointWithSecret) => ({ ...presentEndpoint(made), secret });

/** @throws NotPermitted for what cannot be an id */
function namedBy({ id: tenantId }: { id: string }, { webhookId: id }: { webhookId: string }) {
  if (!isUuid(id)) throw new NotPermitted('The endpoint');
  return { tenantId, id };
}

function deliveryNamedBy(
  tenant: { id: string },
  { deliveryId, ...endpointNamed }: { webhookId: string; deliveryId: string },
) {
  if (!isUuid(deliveryId)) throw new NotPermitted('The delivery');
  return { ...namedBy(tenant, endpointNamed), deliveryId };
}

export const webhookRoutes: readonly Route[] = [
  ...[listRoute, createRoute, showRoute, changeRoute, deleteRoute, rotateRoute, testRoute],
  ...[deliveriesRoute, showDeliveryRoute, redeliverRoute],
];
