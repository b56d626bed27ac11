import { changeRoom, FeedUrlRefused } from '../../../commands/rooms/change-room.ts';
import { createRoom } from '../../../commands/rooms/create-room.ts';
import { deleteRoom } from '../../../commands/rooms/delete-room.ts';
import { restoreRoom } from '../../../commands/rooms/restore-room.ts';
import { NAMES_KEPT_DAYS } from '../../../domain/rooms/name.ts';
import { ownRoomFor, roomFor, roomsFor } from '../../../queries/rooms.ts';
import { invalidField } from '../../middleware/problems.ts';
import { fetchProblemWords } from '../../rooms/feed-words.ts';
import { roomUrl } from '../../rooms/room-url.ts';
import { id, iso, z } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { icsRoutes } from './ics-routes.ts';
import { presentOwnRoom, presentRoom } from './presenter.ts';
import {
  createdRoom,
  deletedRoom,
  newRoom,
  nothing,
  ownerRoom,
  participantRoom,
  roomChanges,
  roomList,
  roomParams,
} from './schema.ts';

const createRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms',
  operationId: 'createRoom',
  resource: 'Rooms',
  summary: 'Make a room',
  description: 'Whoever reads the mail of `ownerEmail` can sign in at /rooms and set its calendar.',
  auth: { kind: 'key', action: 'rooms.create' },
  body: newRoom,
  answer: { status: 201, description: 'The room is there.', schema: createdRoom },
  problems: ['room-name-taken', 'address-taken'],
  handler: async ({ deps, tenant, actor, body, requestKey }) => {
    const made = await createRoom(deps, actor, { ...body, id: requestKey, tenantId: tenant.id });
    return { id: made.id, name: made.name, url: roomUrl(deps.config.publicUrl, made) };
  },
});

const listRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms',
  operationId: 'listRooms',
  resource: 'Rooms',
  summary: 'See one’s rooms',
  description: 'With an API key all rooms of the tenant, with a session those of the owner.',
  auth: { kind: 'key-or-session' },
  answer: { status: 200, description: 'By name.', schema: roomList },
  problems: [],
  handler: async ({ deps, actor }) => {
    const rooms = await roomsFor(deps, actor);
    return { rooms: rooms.map((room) => presentOwnRoom(room, deps)) };
  },
});

const showRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}',
  operationId: 'getRoom',
  resource: 'Rooms',
  summary: 'See a room',
  description:
    'Its owner, and the tenant’s API key, see the settings; everybody else its name and time zone.',
  auth: { kind: 'anyone' },
  params: roomParams,
  answer: { status: 200, description: 'The room.', schema: z.union([ownerRoom, participantRoom]) },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const { publicUrl } = deps.config;
    const { viewer, room } = await roomFor(deps, actor, params.name);
    return viewer === 'owner' ? presentOwnRoom(room, deps) : presentRoom(room, publicUrl);
  },
});

const changeRoute = defineRoute({
  method: 'patch',
  path: '/v1/rooms/{name}',
  operationId: 'updateRoom',
  resource: 'Rooms',
  summary: 'Change a room’s settings',
  description:
    'What is left out stays. `icsUrl: null` removes the calendar, `icsEnabled: false` pauses it; `plannedMeetings` says what becomes of the meetings that it has announced.',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  body: roomChanges,
  answer: { status: 200, description: 'The room, with its calendar’s address masked.', schema: ownerRoom },
  problems: ['not-found', 'room-name-taken', 'address-taken'],
  handler: async ({ deps, actor, params, body, requestKey }) => {
    const before = await ownRoomFor(deps, actor, params.name);
    try {
      await changeRoom(deps, actor, before.id, body, requestKey);
    } catch (error) {
      if (!(error instanceof FeedUrlRefused)) throw error;
      const { t } = deps.texts.wordingFor(before.tenantLanguage);
      throw invalidField('icsUrl', fetchProblemWords(error.problem, deps.texts, t));
    }
    return presentOwnRoom(await ownRoomFor(deps, actor, before.id), deps);
  },
});

const deleteRoute = defineRoute({
  method: 'delete',
  path: '/v1/rooms/{name}',
  operationId: 'deleteRoom',
  resource: 'Rooms',
  summary: 'Delete a room',
  description:
    'Its calendar is followed no more, and its meetings are cancelled, also those with people inside; what was booked with it stays booked. It can be brought back, and its name is nobody else’s, for 30 days.',
  auth: { kind: 'key-or-session' },
  params: roomParams,
  answer: { status: 200, description: 'The room is deleted.', schema: deletedRoom },
  problems: ['not-found', 'engine-unavailable'],
  handler: async ({ deps, actor, params }) => {
    const { id, name } = await deleteRoom(deps, actor, params.name);
    return { id, name, restorableUntil: iso(deps.clock.nowMs() + NAMES_KEPT_DAYS * 86_400_000) };
  },
});

const restoreRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{id}/restore',
  operationId: 'restoreRoom',
  resource: 'Rooms',
  summary: 'Bring back a room that was deleted',
  description:
    'Without the meetings that were cancelled; its calendar is paused. One that is there stays as it is.',
  auth: { kind: 'key-or-session' },
  params: z.object({ id: id() }),
  body: nothing,
  answer: { status: 200, description: 'The room.', schema: ownerRoom },
  problems: ['not-found', 'room-name-taken'],
  handler: async ({ deps, actor, params }) => {
    const room = await restoreRoom(deps, actor, params.id);
    return presentOwnRoom(await ownRoomFor(deps, actor, room.id), deps);
  },
});

export const roomRoutes: readonly Route[] = [
  createRoute,
  listRoute,
  showRoute,
  changeRoute,
  deleteRoute,
  restoreRoute,
  ...icsRoutes,
];
