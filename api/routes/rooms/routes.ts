import { feedSettings, feedSettingsOf } from '../../../adapters/postgres/rooms/feed-settings.ts';
import { createRoom, roomById } from '../../../adapters/postgres/rooms/rooms.ts';
import { roomsFor } from '../../../queries/rooms.ts';
import { invalidField, notFound, roomNameTaken } from '../../middleware/problems.ts';
import { requireRoom } from '../../rooms/find-room.ts';
import { fetchProblemWords } from '../../rooms/feed-words.ts';
import { changeRoom, urlProblem } from '../../rooms/settings.ts';
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
  auth: { kind: 'key', action: 'rooms.create' },
  body: newRoom,
  answer: { status: 201, description: 'The room is there.', schema: createdRoom },
  problems: ['room-name-taken', 'address-taken'],
  handler: async ({ deps, tenant, body, requestKey }) => {
    const made = await createRoom(deps.knex, { ...body, id: requestKey, tenantId: tenant.id });
    if (!made) throw roomNameTaken();
    return { id: made.id, name: made.name, url: roomUrl(deps.config.publicUrl, made) };
  },
});

const listRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms',
  resource: 'Rooms',
  summary: 'See one’s rooms',
  description: 'With an API key all rooms of the tenant, with a session those of the owner.',
  auth: { kind: 'key-or-session' },
  answer: { status: 200, description: 'By name.', schema: roomList },
  problems: [],
  handler: async ({ deps, actor }) => {
    const rooms = await roomsFor(deps, actor);
    const feedOf = await feedSettings(
      deps.knex,
      rooms.map((room) => room.calendarId),
    );
    return {
      rooms: rooms.map((room) => presentOwnRoom(room, feedOf(room.calendarId), deps.config.publicUrl)),
    };
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
  handler: async ({ deps, actor, params }) => {
    const { knex, config } = deps;
    const room = await requireRoom(deps, actor, params.name);
    if (viewerFor(actor, room) === 'participant') return presentRoom(room, config.publicUrl);
    return presentOwnRoom(room, await feedSettingsOf(knex, room.calendarId), config.publicUrl);
  },
});

const changeRoute = defineRoute({
  method: 'patch',
  path: '/v1/rooms/{name}',
  resource: 'Rooms',
  summary: 'Change a room’s settings',
  description:
    'What is left out stays. `icsUrl: null` removes the calendar, `icsEnabled: false` pauses it; `plannedMeetings` says what becomes of the meetings that it has announced.',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  body: roomChanges,
  answer: { status: 200, description: 'The room, with its calendar’s address masked.', schema: ownerRoom },
  problems: ['not-found', 'room-name-taken'],
  handler: async ({ deps, actor, params, body, requestKey }) => {
    const room = await requireRoom(deps, actor, params.name, 'room.change');
    const problem = body.icsUrl ? urlProblem(deps, body.icsUrl) : null;
    if (problem || body.icsUrl === '') {
      const { t } = deps.texts.wordingFor(room.tenantLanguage);
      throw invalidField('icsUrl', fetchProblemWords(problem ?? 'url-invalid', deps.texts, t));
    }
    await changeRoom(deps, room, body, requestKey);
    const changed = await roomById(deps.knex, room.id);
    if (!changed) throw notFound('The room');
    return presentOwnRoom(changed, await feedSettingsOf(deps.knex, room.calendarId), deps.config.publicUrl);
  },
});

export const roomRoutes: readonly Route[] = [createRoute, listRoute, showRoute, changeRoute, ...icsRoutes];
