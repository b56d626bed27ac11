import { guestEntrance } from '../../../adapters/video/guest-entrance.ts';
import { enterMeeting } from '../../../commands/presence/enter-meeting.ts';
import { leaveMeeting } from '../../../commands/presence/leave-meeting.ts';
import { stillInside } from '../../../commands/presence/still-inside.ts';
import { iso } from '../fields.ts';
import { defineRoute } from '../route.ts';
import { joinBody, joined, leaveBody, left, meetingParams, stillThere } from './schema.ts';

export const joinMeetingRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings/{meetingId}/join',
  operationId: 'joinRoomMeeting',
  resource: 'Meetings in rooms',
  summary: 'Join a meeting',
  description: 'Gives the video room, or, before it is ready, the page where one waits for it.',
  auth: { kind: 'anyone' },
  params: meetingParams,
  body: joinBody,
  answer: { status: 200, description: 'Where the video room is, or where to wait.', schema: joined },
  problems: ['not-found', 'meeting-over', 'room-full', 'too-many-requests', 'engine-unavailable'],
  handler: async ({ deps, actor, counted, params, body, requestKey }) => {
    const name = body.displayName?.trim();
    const coming = { participantId: requestKey, displayName: name ?? null, mustBeat: true };
    const entered = await enterMeeting(deps, actor, doorOf(params), coming, counted);
    const { videoUrl, meetingId, startMs, roomName } = entered;
    if (videoUrl === null) {
      const waitingUrl = `${deps.config.publicUrl}/room/${roomName}/waiting/${meetingId}`;
      return { waitingUrl, startsAt: iso(startMs) };
    }
    const joinUrl = await guestEntrance(deps, videoUrl, { participantId: requestKey, name });
    return { participantId: requestKey, joinUrl };
  },
});

export const heartbeatRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings/{meetingId}/heartbeat',
  operationId: 'stayInRoomMeeting',
  resource: 'Meetings in rooms',
  summary: 'Say that somebody is still inside',
  description:
    'Every 15 seconds. Who joined by this API without a key of the room’s tenant is taken for gone a minute after the last one; who joined with a key is inside until they leave, and from their first heartbeat on as long as they come.',
  auth: { kind: 'anyone' },
  params: meetingParams,
  body: leaveBody,
  answer: { status: 200, description: 'Whether they are inside.', schema: stillThere },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, body }) => ({
    inside: await stillInside(deps, actor, doorOf(params), body.participantId),
  }),
});

export const leaveMeetingRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings/{meetingId}/leave',
  operationId: 'leaveRoomMeeting',
  resource: 'Meetings in rooms',
  summary: 'Leave a meeting',
  description: 'After the last person the meeting closes, unless someone comes in time.',
  auth: { kind: 'anyone' },
  params: meetingParams,
  body: leaveBody,
  answer: { status: 200, description: 'Noted; also when the person was not inside.', schema: left },
  problems: ['not-found', 'engine-unavailable'],
  handler: async ({ deps, actor, params, body }) => {
    await leaveMeeting(deps, actor, doorOf(params), body.participantId);
    return { participantId: body.participantId };
  },
});

const doorOf = ({ name, meetingId }: { name: string; meetingId: string }) => ({ room: name, meetingId });
