import {
  feedFetches,
  feedSettingsOf,
  type FeedSettings,
} from '../../../adapters/postgres/rooms/feed-settings.ts';
import { countPlanned } from '../../../adapters/postgres/rooms/planned.ts';
import type { Room } from '../../../adapters/postgres/rooms/rooms.ts';
import type { ApiDeps } from '../../deps.ts';
import { requireRoom } from '../../rooms/find-room.ts';
import { nextSync, syncNow, testFeed } from '../../rooms/settings.ts';
import { iso } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { presentStatus, presentTest } from './presenter.ts';
import { feedStatus, fetchLog, nothing, roomParams, syncResult, testBody, testResult } from './schema.ts';

const RESOURCE = 'Calendars of rooms';
const SHOWN_FETCHES = 100;

const testRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/ics/test',
  resource: RESOURCE,
  summary: 'Try the address of a calendar',
  description: 'Fetches and reads it as a sync would, and keeps nothing.',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  body: testBody,
  answer: { status: 200, description: 'What was found, or why nothing was.', schema: testResult },
  problems: ['not-found', 'reading-busy'],
  handler: async ({ deps, actor, counted, params, body }) => {
    const room = await requireRoom(deps, actor, params.name, 'room.change');
    await counted.count('feedTests');
    return presentTest(await testFeed(deps, room, body.icsUrl), room, deps.texts);
  },
});

const syncRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/ics/sync',
  resource: RESOURCE,
  summary: 'Sync a room’s calendar now',
  description: 'Waits some seconds for what comes of it.',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  body: nothing,
  answer: { status: 200, description: 'How the calendar stands.', schema: syncResult },
  problems: ['not-found', 'feed-not-set', 'engine-unavailable'],
  handler: async ({ deps, actor, params }) => {
    const room = await requireRoom(deps, actor, params.name, 'room.change');
    const { finished, feed } = await syncNow(deps, room);
    return { finished, ...presentStatus(feed, await comingOf(deps, room, feed), room, deps.texts) };
  },
});

const statusRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}/ics/status',
  resource: RESOURCE,
  summary: 'See how a room’s calendar stands',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  answer: { status: 200, description: 'The last sync and the next.', schema: feedStatus },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const room = await requireRoom(deps, actor, params.name, 'room.change');
    const feed = await feedSettingsOf(deps.knex, room.calendarId);
    return presentStatus(feed, await comingOf(deps, room, feed), room, deps.texts);
  },
});

const fetchesRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}/ics/fetches',
  resource: RESOURCE,
  summary: 'See how a room’s calendar was fetched',
  description: `The newest ${SHOWN_FETCHES} that were not like the one before, the newest first.`,
  auth: { kind: 'key-or-session' },
  params: roomParams,
  answer: { status: 200, description: 'The log.', schema: fetchLog },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const room = await requireRoom(deps, actor, params.name, 'room.change');
    const fetches = await feedFetches(deps.knex, room.calendarId, SHOWN_FETCHES);
    return { fetches: fetches.map(({ at, ...line }) => ({ at: iso(at), ...line })) };
  },
});

/** When it is looked at next, and what it has announced. */
const comingOf = async (deps: ApiDeps, room: Room, feed: FeedSettings) => ({
  nextMs: await nextSync(deps, room, feed),
  planned: await countPlanned(deps.knex, room.id, deps.clock.nowMs()),
});

export const icsRoutes: readonly Route[] = [testRoute, syncRoute, statusRoute, fetchesRoute];
