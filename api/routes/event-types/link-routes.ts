import { createBookingLink, revokeLink } from '../../../commands/event-types/manage-links.ts';
import { bookingLinksFor } from '../../../queries/event-types.ts';
import { namedBy } from '../named-by.ts';
import { nextAfter } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { presentLink } from './presenter.ts';
import { deleted, eventTypeParams, linkPage, linkParams, linkQuery, linkWithUrl, newLink } from './schema.ts';

const createRoute = defineRoute({
  method: 'post',
  path: '/api/event-types/{eventTypeId}/links',
  operationId: 'createBookingLink',
  resource: 'Event types',
  summary: 'Make a link to an event type',
  description:
    'It opens one whose access is `secret`; with `singleUse` one of any access, for one meeting. The address is shown this once.',
  auth: { kind: 'key-or-session' },
  params: eventTypeParams,
  body: newLink,
  answer: { status: 201, description: 'The link, with its address.', schema: linkWithUrl },
  answerIsSecret: true,
  problems: ['not-found'],
  handler: async ({ deps, actor, params, body: { expiresAt, ...body }, requestKey }) => {
    const { tenantId, id: eventTypeId } = namedBy(actor, params.eventTypeId, 'The event type');
    const until = expiresAt == null ? null : new Date(expiresAt);
    const wanted = { ...body, id: requestKey, tenantId, eventTypeId, expiresAt: until };
    const { url, ...made } = await createBookingLink(deps, actor, wanted);
    return { ...presentLink(made), url };
  },
});

const listRoute = defineRoute({
  method: 'get',
  path: '/api/event-types/{eventTypeId}/links',
  operationId: 'listBookingLinks',
  resource: 'Event types',
  summary: 'See the links to an event type',
  description: 'In the order in which they were made, without their addresses.',
  auth: { kind: 'key-or-session' },
  params: eventTypeParams,
  query: linkQuery,
  answer: { status: 200, description: 'A page of links.', schema: linkPage },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, query }) => {
    const named = namedBy(actor, params.eventTypeId, 'The event type');
    const found = await bookingLinksFor(deps, actor, named, query);
    return { links: found.map(presentLink), next: nextAfter(found, query.limit) };
  },
});

const revokeRoute = defineRoute({
  method: 'delete',
  path: '/api/event-types/{eventTypeId}/links/{linkId}',
  operationId: 'revokeBookingLink',
  resource: 'Event types',
  summary: 'Revoke a link to an event type',
  description: 'It opens nothing any more. What was booked with it stays.',
  auth: { kind: 'key-or-session' },
  params: linkParams,
  answer: { status: 200, description: 'The link is revoked.', schema: deleted },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const { tenantId, id: eventTypeId } = namedBy(actor, params.eventTypeId, 'The event type');
    const { id } = namedBy(actor, params.linkId, 'The link');
    await revokeLink(deps, actor, { tenantId, eventTypeId, id });
    return { id };
  },
});

export const linkRoutes: readonly Route[] = [createRoute, listRoute, revokeRoute];
