import { addTravel, replaceTravel } from '../../../commands/availability/add-days.ts';
import { removeDays } from '../../../commands/availability/own-days.ts';
import { daysFor, type StoredTravel } from '../../../queries/availability.ts';
import { id, type z, nextAfter } from '../fields.ts';
import { namedBy } from '../named-by.ts';
import { defineRoute, type Route } from '../route.ts';
import { daysQuery, MEMBER } from './days-door.ts';
import { auth, memberParams, presentSpan, resource } from './fields.ts';
import { newTravel, travel, travelPage } from './span-schema.ts';

const path = '/api/principals/{principalId}/travels' as const;
const WHAT = 'The journey';
const travelParams = memberParams.extend({ travelId: id() });

const listRoute = defineRoute({
  method: 'get',
  path,
  operationId: 'listTravels',
  resource,
  summary: 'See when a member is in another zone',
  description: 'By their first days, those that are not over.',
  auth,
  params: memberParams,
  query: daysQuery,
  answer: { status: 200, description: 'A page of journeys.', schema: travelPage },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, query }) => {
    const found = await daysFor(deps, actor, 'travels', MEMBER.owner(actor, params), query);
    return { travels: found.map(presentTravel), next: nextAfter(found, query.limit) };
  },
});

const createRoute = defineRoute({
  method: 'post',
  path,
  operationId: 'createTravel',
  resource,
  summary: 'Read a member’s hours on other clocks for some days',
  description:
    'From the first day to the last, both included: at most 366, and in no other journey of theirs. At most 200 may be to come.',
  auth,
  params: memberParams,
  body: newTravel,
  answer: { status: 201, description: 'The journey.', schema: travel },
  problems: ['not-found', 'too-many-entries'],
  handler: async ({ deps, actor, params, body, requestKey: id }) =>
    presentTravel(await addTravel(deps, actor, MEMBER.owner(actor, params), { id, ...body })),
});

const putRoute = defineRoute({
  method: 'put',
  path: `${path}/{travelId}`,
  operationId: 'putTravel',
  resource,
  summary: 'Change a journey',
  description: 'All of it is told again; its id stays.',
  auth,
  params: travelParams,
  body: newTravel,
  answer: { status: 200, description: 'The journey.', schema: travel },
  problems: ['not-found', 'too-many-entries'],
  handler: async ({ deps, actor, params, body }) => {
    const { id } = namedBy(actor, params.travelId, WHAT);
    return presentTravel(await replaceTravel(deps, actor, MEMBER.owner(actor, params), { id, ...body }));
  },
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: `${path}/{travelId}`,
  operationId: 'deleteTravel',
  resource,
  summary: 'Delete a journey',
  auth,
  params: travelParams,
  answer: { status: 200, description: 'The journey, as it was.', schema: travel },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const { id } = namedBy(actor, params.travelId, WHAT);
    const named = { owner: MEMBER.owner(actor, params), id, what: WHAT };
    return presentTravel(await removeDays(deps, actor, 'travels', named));
  },
});

const presentTravel = (stored: StoredTravel): z.input<typeof travel> => ({
  ...presentSpan(stored),
  timezone: stored.timezone,
});

export const travelRoutes: readonly Route[] = [listRoute, createRoute, putRoute, deleteRoute];
