import { guestEntrance } from '../../../adapters/video/guest-entrance.ts';
import { reportJoined, reportLeft } from '../../../commands/presence/report-presence.ts';
import { defineRoute } from '../route.ts';
import { joinBody, joined, leaveBody, left } from './schema.ts';

export const joinRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/join',
  operationId: 'joinPracticeRoom',
  resource: 'Practice rooms',
  summary: 'Enter a room',
  description: 'Somebody enters; the room stays open while anybody is inside.',
  auth: { kind: 'key', action: 'meetings.join' },
  body: joinBody,
  answer: { status: 200, description: 'Where the video meeting is.', schema: joined },
  problems: ['not-found', 'room-not-ready', 'meeting-over'],
  handler: async ({ deps, tenant, actor, body, requestKey }) => {
    const participantId = body.participantId ?? requestKey;
    const named = { tenantId: tenant.id, meetingId: body.roomId };
    const videoUrl = await reportJoined(deps, actor, { ...named, participantId, requestKey });
    return {
      participantId,
      joinUrl: await guestEntrance(deps, videoUrl, { participantId, name: body.displayName }),
    };
  },
});

export const leaveRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/leave',
  operationId: 'leavePracticeRoom',
  resource: 'Practice rooms',
  summary: 'Leave a room',
  description: 'After the last person the room closes, unless someone returns in time.',
  auth: { kind: 'key', action: 'meetings.join' },
  body: leaveBody,
  answer: { status: 200, description: 'Noted; also when the person was not inside.', schema: left },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, body, requestKey }) => {
    const { participantId } = body;
    const named = { tenantId: tenant.id, meetingId: body.roomId };
    return { roomId: await reportLeft(deps, actor, { ...named, participantId, requestKey }), participantId };
  },
});
