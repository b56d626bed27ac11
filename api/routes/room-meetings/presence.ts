import { meetingDoor, type MeetingDoor } from '../../../adapters/postgres/rooms/door.ts';
import type { ApiDeps } from '../../deps.ts';
import { notFound } from '../../middleware/problems.ts';
import { enterMeeting, leaveMeeting, stillInside } from '../../presence/inside.ts';
import { videoEntrance } from '../../presence/video-entrance.ts';
import { requireRoom } from '../../rooms/find-room.ts';
import type { Actor } from '../../../policies/actor.ts';
import { viewerFor } from '../../rooms/viewer.ts';
import { isUuid, iso } from '../fields.ts';
import { defineRoute } from '../route.ts';
import { joinBody, joined, leaveBody, left, meetingParams, stillThere } from './schema.ts';

export const joinMeetingRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings/{meetingId}/join',
  resource: 'Meetings in rooms',
  summary: 'Join a meeting',
  description: 'Gives the video room, or, before it is ready, the page where one waits for it.',
  auth: { kind: 'anyone' },
  params: meetingParams,
  body: joinBody,
  answer: { status: 200, description: 'Where the video room is, or where to wait.', schema: joined },
  problems: ['not-found', 'meeting-over', 'room-full', 'too-many-requests', 'engine-unavailable'],
  handler: async ({ deps, actor, counted, params, body, requestKey }) => {
    const { name, door, isOwner } = await requireDoor(deps, actor, params);
    const displayName = body.displayName?.trim();
    const coming = { participantId: requestKey, displayName: displayName ?? null };
    const videoUrl = await enterMeeting(deps, door, coming, { counted, isOwner, mustBeat: !isOwner });
    if (videoUrl === null) {
      const waitingUrl = `${deps.config.publicUrl}/room/${name}/waiting/${door.id}`;
      return { waitingUrl, startsAt: iso(door.startMs) };
    }
    const joinUrl = await videoEntrance(deps, videoUrl, { participantId: requestKey, name: displayName });
    return { participantId: requestKey, joinUrl };
  },
});

export const heartbeatRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings/{meetingId}/heartbeat',
  resource: 'Meetings in rooms',
  summary: 'Say that somebody is still inside',
  description:
    'Every 15 seconds. Who joined by this API without a key of the room’s tenant is taken for gone a minute after the last one; who joined with a key is inside until they leave, and from their first heartbeat on as long as they come.',
  auth: { kind: 'anyone' },
  params: meetingParams,
  body: leaveBody,
  answer: { status: 200, description: 'Whether they are inside.', schema: stillThere },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, body }) => {
    const { door } = await requireDoor(deps, actor, params);
    return { inside: await stillInside(deps, door, body.participantId) };
  },
});

export const leaveMeetingRoute = defineRoute({
  method: 'post',
  path: '/v1/rooms/{name}/meetings/{meetingId}/leave',
  resource: 'Meetings in rooms',
  summary: 'Leave a meeting',
  description: 'After the last person the meeting closes, unless someone comes in time.',
  auth: { kind: 'anyone' },
  params: meetingParams,
  body: leaveBody,
  answer: { status: 200, description: 'Noted; also when the person was not inside.', schema: left },
  problems: ['not-found', 'engine-unavailable'],
  handler: async ({ deps, actor, params, body }) => {
    const { door } = await requireDoor(deps, actor, params);
    await leaveMeeting(deps, door, body.participantId);
    return { participantId: body.participantId };
  },
});

async function requireDoor(
  deps: ApiDeps,
  actor: Actor,
  params: { name: string; meetingId: string },
): Promise<{ name: string; door: MeetingDoor; isOwner: boolean }> {
  const room = await requireRoom(deps, actor, params.name);
  const door = isUuid(params.meetingId) ? await meetingDoor(deps.knex, room.id, params.meetingId) : null;
  if (!door) throw notFound('The meeting');
  return { name: room.name, door, isOwner: viewerFor(actor, room) === 'owner' };
}
