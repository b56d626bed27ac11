import { changePrincipal } from '../../../commands/principals/change-principal.ts';
import { createPrincipal } from '../../../commands/principals/create-principal.ts';
import { deletePrincipal } from '../../../commands/principals/delete-principal.ts';
import type { Actor } from '../../../policies/actor.ts';
import { busyFor } from '../../../queries/busy.ts';
import { principalFor, principalsFor } from '../../../queries/principals.ts';
import { id, iso, nextAfter, z } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { presentPrincipal } from './presenter.ts';
import {
  busy,
  busyQuery,
  newPrincipal,
  principal,
  principalChanges,
  principalPage,
  principalParams,
  principalQuery,
} from './schema.ts';

const createRoute = defineRoute({
  method: 'post',
  path: '/api/principals',
  operationId: 'createPrincipal',
  resource: 'Principals',
  summary: 'Make a member, a room, a resource or a group',
  description: 'Members can sign in at /rooms by a link that is mailed to an address of theirs.',
  auth: { kind: 'key', action: 'principals.create' },
  body: newPrincipal,
  answer: { status: 201, description: 'The principal.', schema: principal },
  problems: ['address-taken', 'room-name-taken'],
  handler: async ({ deps, tenant, actor, body, requestKey }) =>
    presentPrincipal(
      await createPrincipal(deps, actor, {
        id: requestKey,
        tenantId: tenant.id,
        kind: body.kind,
        name: body.name ?? null,
        timezone: body.timezone,
        language: body.language,
        ownerId: 'ownerId' in body ? body.ownerId : null,
        capacity: 'capacity' in body ? body.capacity : undefined,
        addresses: body.addresses ?? [],
        memberIds: 'memberIds' in body ? (body.memberIds ?? []) : [],
      }),
    ),
});

const listRoute = defineRoute({
  method: 'get',
  path: '/api/principals',
  operationId: 'listPrincipals',
  resource: 'Principals',
  summary: 'See who has a calendar and can be invited',
  description: 'In the order in which they were made.',
  auth: { kind: 'key', action: 'principals.list' },
  query: principalQuery,
  answer: { status: 200, description: 'A page of principals.', schema: principalPage },
  problems: [],
  handler: async ({ deps, tenant, actor, query }) => {
    const found = await principalsFor(deps, actor, tenant.id, query);
    return { principals: found.map(presentPrincipal), next: nextAfter(found, query.limit) };
  },
});

const showRoute = defineRoute({
  method: 'get',
  path: '/api/principals/{principalId}',
  operationId: 'getPrincipal',
  resource: 'Principals',
  summary: 'See a principal',
  description: 'For the tenant’s API key, for themselves, and for the owner of a room or resource.',
  auth: { kind: 'key-or-session' },
  params: principalParams,
  answer: { status: 200, description: 'The principal.', schema: principal },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentPrincipal(await principalFor(deps, actor, named(actor, params))),
});

const changeRoute = defineRoute({
  method: 'patch',
  path: '/api/principals/{principalId}',
  operationId: 'updatePrincipal',
  resource: 'Principals',
  summary: 'Change a principal',
  description:
    'What is left out stays. `addresses` and `memberIds` are put whole. Addresses and owners are for the API key alone.',
  auth: { kind: 'key-or-session' },
  params: principalParams,
  body: principalChanges,
  answer: { status: 200, description: 'The principal, as it is now.', schema: principal },
  problems: ['not-found', 'address-taken', 'room-name-taken'],
  handler: async ({ deps, actor, params, body }) =>
    presentPrincipal(await changePrincipal(deps, actor, named(actor, params), body)),
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: '/api/principals/{principalId}',
  operationId: 'deletePrincipal',
  resource: 'Principals',
  summary: 'Delete a room',
  description: 'As `DELETE /v1/rooms/{name}` does. Who or what is no room stays.',
  auth: { kind: 'key-or-session' },
  params: principalParams,
  answer: {
    status: 200,
    description: 'The room is deleted.',
    schema: z.strictObject({ id: id() }).openapi('Deleted'),
  },
  problems: ['not-found', 'engine-unavailable'],
  handler: async ({ deps, actor, params }) => {
    await deletePrincipal(deps, actor, named(actor, params));
    return { id: params.principalId };
  },
});

const busyRoute = defineRoute({
  method: 'get',
  path: '/api/principals/{principalId}/busy',
  operationId: 'getBusyPeriods',
  resource: 'Principals',
  summary: 'See when a principal has no time',
  description:
    'Of at most 92 days, by start; no two at once. Of a room it is what its calendar says, whatever else it says of it.',
  auth: { kind: 'key-or-session' },
  params: principalParams,
  query: busyQuery,
  answer: { status: 200, description: 'The periods, and nothing of what takes place.', schema: busy },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, query: { from, to } }) => {
    const range = { startMs: from, endMs: to };
    const periods = await busyFor(deps, actor, named(actor, params), range);
    return {
      busy: periods.map(({ startMs, endMs, kind }) => ({ startsAt: iso(startMs), endsAt: iso(endMs), kind })),
    };
  },
});

const named = (actor: Actor, { principalId }: { principalId: string }) =>
  namedBy(actor, principalId, 'The principal');

export const principalRoutes: readonly Route[] = [
  createRoute,
  listRoute,
  showRoute,
  changeRoute,
  deleteRoute,
  busyRoute,
];
