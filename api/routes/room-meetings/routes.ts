import {
  ownerMeetingOf,
  ownerMeetings,
  participantMeetingOf,
  participantMeetings,
} from '../../../adapters/postgres/rooms/meetings-view.ts';
import type { Room } from '../../../adapters/postgres/rooms/rooms.ts';
import type { ApiDeps } from '../../deps.ts';
import { notFound } from '../../middleware/problems.ts';
import { endMeeting } from '../../presence/end.ts';
import { startUnscheduled } from '../../presence/unscheduled.ts';
import { requireRoom } from '../../rooms/find-room.ts';
import { viewerFor, type Viewer } from '../../rooms/viewer.ts';
import { defineRoute, type Route } from '../route.ts';
import { heartbeatRoute, joinMeetingRoute, leaveMeetingRoute } from './presence.ts';
import { presentForOwner, presentForParticipant, presentShown } from './presenter.ts';
import { endBody, ended, meetingParams, roomMeeting, roomMeetings, roomParams, startBody } from './schema.ts';

const WHO_SEES = 'A key of the tenant or its owner’s session shows more than others see.';

const listRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}/meetings',
  resource: 'Meetings in rooms',
  summary: 'See what goes on in a room, and what begins within 30 minutes',
  description: WHO_SEES,
  auth: { kind: 'anyone' },
  params: roomParams,
  answer: { status: 200, description: 'The meetings, in the order of their start.', schema: roomMeetings },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const room = await requireRoom(deps, actor, params.name);
    return shownTo(viewerFor(actor, room), deps, room);
  },
});

const upcomingRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}/meetings/upcoming',
  resource: 'Meetings in rooms',
  summary: 'See what begins in a room within 30 minutes',
  description: WHO_SEES,
  auth: { kind: 'anyone' },
  params: roomParams,
  answer: { status: 200, description: 'The same, without what goes on.', schema: roomMeetings },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const room = await requireRoom(deps, actor, params.name);
    return { ...(await shownTo(viewerFor(actor, room), deps, room)), active: [] };
  },
});

const startRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings',
  resource: 'Meetings in rooms',
  summary: 'Start a meeting that is in no calendar',
  description: 'It is live at once; its video room is ready a moment later.',
  auth: { kind: 'anyone' },
  params: roomParams,
  body: startBody,
  answer: { status: 201, description: 'The meeting.', schema: roomMeeting },
  problems: ['not-found', 'too-many-requests', 'meeting-over', 'engine-unavailable'],
  handler: async ({ deps, actor, counted, params, body, requestKey }) => {
    const room = await requireRoom(deps, actor, params.name, 'room.begin-meeting');
    const title = body.title ?? deps.texts.wordingFor(room.tenantLanguage).t('page.room.unscheduled.title');
    const viewer = viewerFor(actor, room);
    const by = { counted, isOwner: viewer === 'owner' };
    const { id } = await startUnscheduled(deps, room, { id: requestKey, title }, by);
    const meeting =
      viewer === 'owner'
        ? await ownerMeetingOf(deps.knex, room.id, id).then((found) => found && presentForOwner(found))
        : await participantMeetingOf(deps.knex, room.id, id).then(
            (found) => found && presentForParticipant(found),
          );
    if (!meeting) throw notFound('The meeting');
    return meeting;
  },
});

const endRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings/{meetingId}/end',
  resource: 'Meetings in rooms',
  summary: 'End a meeting',
  description: 'For the room’s owner, whoever is inside. One that is over stays as it is.',
  auth: { kind: 'key-or-session' },
  params: meetingParams,
  body: endBody,
  answer: { status: 200, description: 'It is over.', schema: ended },
  problems: ['not-found', 'engine-unavailable'],
  handler: async ({ deps, actor, params }) => {
    const room = await requireRoom(deps, actor, params.name, 'room.end-meeting');
    await endMeeting(deps, room, params.meetingId);
    return { id: params.meetingId };
  },
});

const shownTo = async (viewer: Viewer, { knex, clock }: ApiDeps, room: Room) =>
  viewer === 'owner'
    ? presentShown(await ownerMeetings(knex, room.id, clock.nowMs()), presentForOwner)
    : presentShown(await participantMeetings(knex, room.id, clock.nowMs()), presentForParticipant);

export const roomMeetingRoutes: readonly Route[] = [
  listRoute,
  upcomingRoute,
  startRoute,
  joinMeetingRoute,
  heartbeatRoute,
  leaveMeetingRoute,
  endRoute,
];
