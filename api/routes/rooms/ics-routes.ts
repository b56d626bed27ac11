import { syncFeed } from '../../../commands/rooms/sync-feed.ts';
import { testFeed } from '../../../commands/rooms/test-feed.ts';
import { feedFetchesFor, feedStatusFor } from '../../../queries/room-feed.ts';
import { iso } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { presentStatus, presentTest } from './presenter.ts';
import { feedStatus, fetchLog, nothing, roomParams, syncResult, testBody, testResult } from './schema.ts';

const RESOURCE = 'Calendars of rooms';
const SHOWN_FETCHES = 100;

const testRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/ics/test',
  operationId: 'testFeed',
  resource: RESOURCE,
  summary: 'Try the address of a calendar',
  description: 'Fetches and reads it as a sync would, and keeps nothing.',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  body: testBody,
  answer: { status: 200, description: 'What was found, or why nothing was.', schema: testResult },
  problems: ['not-found', 'reading-busy'],
  handler: async ({ deps, actor, counted, params, body }) => {
    const asked = { nameOrId: params.name, url: body.icsUrl };
    const { room, found } = await testFeed(deps, actor, asked, counted);
    return presentTest(found, room, deps.texts);
  },
});

const syncRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/ics/sync',
  operationId: 'syncFeed',
  resource: RESOURCE,
  summary: 'Sync a room’s calendar now',
  description: 'Waits some seconds for what comes of it.',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  body: nothing,
  answer: { status: 200, description: 'How the calendar stands.', schema: syncResult },
  problems: ['not-found', 'feed-not-set', 'engine-unavailable'],
  handler: async ({ deps, actor, params }) => {
    const finished = await syncFeed(deps, actor, params.name);
    return { finished, ...presentStatus(await feedStatusFor(deps, actor, params.name), deps.texts) };
  },
});

const statusRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}/ics/status',
  operationId: 'getFeedStatus',
  resource: RESOURCE,
  summary: 'See how a room’s calendar stands',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  answer: { status: 200, description: 'The last sync and the next.', schema: feedStatus },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentStatus(await feedStatusFor(deps, actor, params.name), deps.texts),
});

const fetchesRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}/ics/fetches',
  operationId: 'listFeedFetches',
  resource: RESOURCE,
  summary: 'See how a room’s calendar was fetched',
  description: `The newest ${SHOWN_FETCHES} that were not like the one before, the newest first.`,
  auth: { kind: 'key-or-session' },
  params: roomParams,
  answer: { status: 200, description: 'The log.', schema: fetchLog },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const fetches = await feedFetchesFor(deps, actor, params.name, SHOWN_FETCHES);
    return { fetches: fetches.map(({ at, ...line }) => ({ at: iso(at), ...line })) };
  },
});

export const icsRoutes: readonly Route[] = [testRoute, syncRoute, statusRoute, fetchesRoute];
