import {
  changeEventType,
  deleteEventType,
  detachEventType,
  inheritEventType,
  restoreEventType,
} from '../../../commands/event-types/change-event-type.ts';
import { createEventType } from '../../../commands/event-types/create-event-type.ts';
import { InvalidInput } from '../../../commands/invalid-input.ts';
import type { Actor } from '../../../policies/actor.ts';
import { eventTypeFor, eventTypesFor } from '../../../queries/event-types.ts';
import { namedBy, tenantOf } from '../named-by.ts';
import { nextAfter } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { linkRoutes } from './link-routes.ts';
import { presentEventType } from './presenter.ts';
import {
  deleted,
  eventType,
  eventTypeChanges,
  eventTypePage,
  eventTypeParams,
  eventTypeQuery,
  newEventType,
  nothing,
} from './schema.ts';

const named = (actor: Actor, { eventTypeId }: { eventTypeId: string }) =>
  namedBy(actor, eventTypeId, 'The event type');

/** Whoever has signed in need not say who they are. */
const themselves = (actor: Actor): string | undefined =>
  actor.kind === 'member' ? actor.principalId : undefined;

const createRoute = defineRoute({
  method: 'post',
  path: '/api/event-types',
  operationId: 'createEventType',
  resource: 'Event types',
  summary: 'Make something that can be booked',
  description:
    'Its slug is its owner’s only one. Hosts are members of the tenant; the owner alone where none are named. With their first event type a member gets a booking profile, with a slug made of their name, and working hours from Monday to Friday, 9:00 to 17:00.',
  auth: { kind: 'key-or-session' },
  body: newEventType,
  answer: { status: 201, description: 'The event type.', schema: eventType },
  problems: ['not-found', 'slug-taken', 'too-many-event-types'],
  handler: async ({ deps, actor, body: { ownerId = themselves(actor), ...body }, requestKey }) => {
    if (ownerId === undefined) throw new InvalidInput('ownerId', 'is missing');
    const tenantId = tenantOf(actor, 'The member');
    const made = { ...body, id: requestKey, tenantId, ownerId };
    return presentEventType(await createEventType(deps, actor, made));
  },
});

const listRoute = defineRoute({
  method: 'get',
  path: '/api/event-types',
  operationId: 'listEventTypes',
  resource: 'Event types',
  summary: 'See what can be booked',
  description: 'In the order in which they were made.',
  auth: { kind: 'key-or-session' },
  query: eventTypeQuery,
  answer: { status: 200, description: 'A page of event types.', schema: eventTypePage },
  problems: ['not-found'],
  handler: async ({ deps, actor, query: { ownerId = themselves(actor), after, limit } }) => {
    const found = await eventTypesFor(deps, actor, tenantOf(actor, 'The member'), { ownerId, after, limit });
    return { eventTypes: found.map(presentEventType), next: nextAfter(found, limit) };
  },
});

const showRoute = defineRoute({
  method: 'get',
  path: '/api/event-types/{eventTypeId}',
  operationId: 'getEventType',
  resource: 'Event types',
  summary: 'See an event type',
  auth: { kind: 'key-or-session' },
  params: eventTypeParams,
  answer: { status: 200, description: 'The event type.', schema: eventType },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentEventType(await eventTypeFor(deps, actor, named(actor, params))),
});

const changeRoute = defineRoute({
  method: 'patch',
  path: '/api/event-types/{eventTypeId}',
  operationId: 'updateEventType',
  resource: 'Event types',
  summary: 'Change an event type',
  description:
    'What is left out stays. Lists, `window`, `together` and `reminders` are put whole. Meetings that are booked stay as they are.',
  auth: { kind: 'key-or-session' },
  params: eventTypeParams,
  body: eventTypeChanges,
  answer: { status: 200, description: 'The event type, as it is now.', schema: eventType },
  problems: ['not-found', 'slug-taken'],
  handler: async ({ deps, actor, params, body }) =>
    presentEventType(await changeEventType(deps, actor, named(actor, params), body)),
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: '/api/event-types/{eventTypeId}',
  operationId: 'deleteEventType',
  resource: 'Event types',
  summary: 'Delete an event type',
  description:
    'Nobody can book it any more, and its slug is free. Its meetings stay, and it can be brought back.',
  auth: { kind: 'key-or-session' },
  params: eventTypeParams,
  answer: { status: 200, description: 'The event type is deleted.', schema: deleted },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    await deleteEventType(deps, actor, named(actor, params));
    return { id: params.eventTypeId };
  },
});

const restoreRoute = defineRoute({
  method: 'post',
  path: '/api/event-types/{eventTypeId}/restore',
  operationId: 'restoreEventType',
  resource: 'Event types',
  summary: 'Bring back an event type that was deleted',
  description:
    'While its slug is free. One whose schedule was deleted meanwhile comes back with `active` false and without a schedule. One that is there stays as it is.',
  auth: { kind: 'key-or-session' },
  params: eventTypeParams,
  body: nothing,
  answer: { status: 200, description: 'The event type.', schema: eventType },
  problems: ['not-found', 'slug-taken', 'too-many-event-types'],
  handler: async ({ deps, actor, params }) =>
    presentEventType(await restoreEventType(deps, actor, named(actor, params))),
});

const detachRoute = defineRoute({
  method: 'post',
  path: '/api/event-types/{eventTypeId}/schedule/detach',
  operationId: 'detachEventTypeSchedule',
  resource: 'Event types',
  summary: 'Give an event type a schedule of its own',
  description:
    'A copy of the one that counts now: its own choice, else its owner’s default. Changes to that one follow no more. Where it has its own already, nothing changes.',
  auth: { kind: 'key-or-session' },
  params: eventTypeParams,
  body: nothing,
  answer: { status: 200, description: 'The event type, with its `scheduleId`.', schema: eventType },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentEventType(await detachEventType(deps, actor, named(actor, params))),
});

const inheritRoute = defineRoute({
  method: 'post',
  path: '/api/event-types/{eventTypeId}/schedule/inherit',
  operationId: 'inheritEventTypeSchedule',
  resource: 'Event types',
  summary: 'Let the default schedules of its hosts count for an event type',
  description: 'A schedule of its own is deleted.',
  auth: { kind: 'key-or-session' },
  params: eventTypeParams,
  body: nothing,
  answer: { status: 200, description: 'The event type, without a schedule.', schema: eventType },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentEventType(await inheritEventType(deps, actor, named(actor, params))),
});

export const eventTypeRoutes: readonly Route[] = [
  createRoute,
  listRoute,
  showRoute,
  changeRoute,
  deleteRoute,
  restoreRoute,
  detachRoute,
  inheritRoute,
  ...linkRoutes,
];
