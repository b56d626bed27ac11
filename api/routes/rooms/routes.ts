import { feedSettings, feedSettingsOf } from '../../../adapters/postgres/rooms/feed-settings.ts';
import { createRoom, roomById, roomsOf } from '../../../adapters/postgres/rooms/rooms.ts';
import { invalidField, notFound } from '../../middleware/problems.ts';
import { requireRoom, requireOwnRoom } from '../../rooms/find-room.ts';
import { fetchProblemWords } from '../../rooms/feed-words.ts';
import { changeRoom, nameTaken, urlProblem } from '../../rooms/settings.ts';
import { viewerFor } from '../../rooms/viewer.ts';
import { z } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { icsRoutes } from './ics-routes.ts';
import { roomUrl } from '../../rooms/room-url.ts';
import { presentOwnRoom, presentRoom } from './presenter.ts';
import {
  createdRoom,
  newRoom,
  ownerRoom,
  participantRoom,
  roomChanges,
  roomList,
  roomParams,
} from './schema.ts';

const createRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms',
  resource: 'Rooms',
  summary: 'Make a room',
  description: 'Whoever reads the mail of `ownerEmail` can sign in at /rooms and set its calendar.',
  auth: { kind: 'key', scope: 'meetings' },
  body: newRoom,
  answer: { status: 201, description: 'The room is there.', schema: createdRoom },
  problems: ['room-name-taken'],
  handler: async ({ deps, tenant, body, requestKey }) => {
    const made = await createRoom(deps.knex, { ...body, id: requestKey, tenantId: tenant.id });
    if (!made) throw nameTaken();
    return { id: made.id, name: made.name, url: roomUrl(deps.config.publicUrl, made) };
  },
});

const listRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms',
  resource: 'Rooms',
  summary: 'See one’s rooms',
  description: 'With an API key all rooms of the tenant, with a session those of the owner.',
  auth: { kind: 'key-or-owner' },
  answer: { status: 200, description: 'By name.', schema: roomList },
  problems: [],
  handler: async ({ deps, visitor: { tenant, session } }) => {
    const tenantId = tenant?.id ?? session?.tenantId;
    const rooms = tenantId === undefined ? [] : await roomsOf(deps.knex, tenantId, session?.ownerKey);
    const feedOf = await feedSettings(
      deps.knex,
      rooms.map((room) => room.id),
    );
    return { rooms: rooms.map((room) => presentOwnRoom(room, feedOf(room.id), deps.config.publicUrl)) };
  },
});

const showRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}',
  resource: 'Rooms',
  summary: 'See a room',
  description:
    'Its owner, and the tenant’s API key, see the settings; everybody else its name and time zone.',
  auth: { kind: 'anyone' },
  params: roomParams,
  answer: { status: 200, description: 'The room.', schema: z.union([ownerRoom, participantRoom]) },
  problems: ['not-found'],
  handler: async ({ deps, visitor, params }) => {
    const { knex, config } = deps;
    const room = await requireRoom(deps, visitor, params.name);
    if (viewerFor(visitor, room) === 'participant') return presentRoom(room, config.publicUrl);
    return presentOwnRoom(room, await feedSettingsOf(knex, room.id), config.publicUrl);
  },
});

const changeRoute = defineRoute({
  method: 'patch',
  path: '/v1/rooms/{name}',
  resource: 'Rooms',
  summary: 'Change a room’s settings',
  description:
    'What is left out stays. `icsUrl: null` removes the calendar, `icsEnabled: false` pauses it; `plannedMeetings` says what becomes of the meetings that it has announced.',
  auth: { kind: 'key-or-owner' },
  params: roomParams,
  body: roomChanges,
  answer: { status: 200, description: 'The room, with its calendar’s address masked.', schema: ownerRoom },
  problems: ['not-found', 'room-name-taken'],
  handler: async ({ deps, visitor, params, body, requestKey }) => {
    const room = await requireOwnRoom(deps, visitor, params.name);
    const problem = body.icsUrl ? urlProblem(deps, body.icsUrl) : null;
    if (problem || body.icsUrl === '') {
      const { t } = deps.texts.wordingFor(room.tenantLanguage);
      throw invalidField('icsUrl', fetchProblemWords(problem ?? 'url-invalid', deps.texts, t));
    }
    await changeRoom(deps, room, body, requestKey);
    const changed = await roomById(deps.knex, room.id);
    if (!changed) throw notFound('The room');
    return presentOwnRoom(changed, await feedSettingsOf(deps.knex, room.id), deps.config.publicUrl);
  },
});

export const roomRoutes: readonly Route[] = [createRoute, listRoute, showRoute, changeRoute, ...icsRoutes];
