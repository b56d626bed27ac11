import { beginMeeting } from '../../../commands/presence/begin-meeting.ts';
import { endMeeting } from '../../../commands/presence/end-meeting.ts';
import { roomMeetingFor, roomMeetingsFor } from '../../../queries/room-meetings.ts';
import { roomFor } from '../../../queries/rooms.ts';
import { defineRoute, type Route } from '../route.ts';
import { heartbeatRoute, joinMeetingRoute, leaveMeetingRoute } from './presence.ts';
import { presentSeen } from './presenter.ts';
import { endBody, ended, meetingParams, roomMeeting, roomMeetings, roomParams, startBody } from './schema.ts';

const WHO_SEES = 'A key of the tenant or its owner’s session shows more than others see.';

const listRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}/meetings',
  operationId: 'listRoomMeetings',
  resource: 'Meetings in rooms',
  summary: 'See what goes on in a room, and what begins within 30 minutes',
  description: WHO_SEES,
  auth: { kind: 'anyone' },
  params: roomParams,
  answer: { status: 200, description: 'The meetings, in the order of their start.', schema: roomMeetings },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const { active, upcoming } = await roomMeetingsFor(deps, actor, params.name);
    return { active: active.map(presentSeen), upcoming: upcoming.map(presentSeen) };
  },
});

const upcomingRoute = defineRoute({
  method: 'get',
  path: '/v1/rooms/{name}/meetings/upcoming',
  operationId: 'listUpcomingRoomMeetings',
  resource: 'Meetings in rooms',
  summary: 'See what begins in a room within 30 minutes',
  description: WHO_SEES,
  auth: { kind: 'anyone' },
  params: roomParams,
  answer: { status: 200, description: 'The same, without what goes on.', schema: roomMeetings },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) => {
    const { upcoming } = await roomMeetingsFor(deps, actor, params.name);
    return { active: [], upcoming: upcoming.map(presentSeen) };
  },
});

const startRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings',
  operationId: 'startRoomMeeting',
  resource: 'Meetings in rooms',
  summary: 'Start a meeting that is in no calendar',
  description: 'It is live at once; its video room is ready a moment later.',
  auth: { kind: 'anyone' },
  params: roomParams,
  body: startBody,
  answer: { status: 201, description: 'The meeting.', schema: roomMeeting },
  problems: ['not-found', 'too-many-requests', 'meeting-over', 'engine-unavailable'],
  handler: async ({ deps, actor, counted, params, body, requestKey }) => {
    const { room } = await roomFor(deps, actor, params.name);
    const title = body.title ?? deps.texts.wordingFor(room.tenantLanguage).t('page.room.unscheduled.title');
    const { id } = await beginMeeting(deps, actor, { nameOrId: room.id, id: requestKey, title }, counted);
    return presentSeen(await roomMeetingFor(deps, actor, room.id, id));
  },
});

const endRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings/{meetingId}/end',
  operationId: 'endRoomMeeting',
  resource: 'Meetings in rooms',
  summary: 'End a meeting',
  description: 'For the room’s owner, whoever is inside. One that is over stays as it is.',
  auth: { kind: 'key-or-session' },
  params: meetingParams,
  body: endBody,
  answer: { status: 200, description: 'It is over.', schema: ended },
  problems: ['not-found', 'engine-unavailable'],
  handler: async ({ deps, actor, params }) => {
    await endMeeting(deps, actor, { nameOrId: params.name, meetingId: params.meetingId });
    return { id: params.meetingId };
  },
});

export const roomMeetingRoutes: readonly Route[] = [
  listRoute,
  upcomingRoute,
  startRoute,
  joinMeetingRoute,
  heartbeatRoute,
  leaveMeetingRoute,
  endRoute,
];
