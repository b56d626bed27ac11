import { requireReady, tellJoined, tellLeft } from '../../presence/entrance.ts';
import { videoEntrance } from '../../presence/video-entrance.ts';
import { requireMeeting } from '../../../queries/known-meeting.ts';
import { defineRoute } from '../route.ts';
import { joinBody, joined, leaveBody, left } from './schema.ts';

export const joinRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/join',
  resource: 'Practice rooms',
  summary: 'Enter a room',
  description: 'Somebody enters; the room stays open while anybody is inside.',
  auth: { kind: 'key', action: 'meetings.join' },
  body: joinBody,
  answer: { status: 200, description: 'Where the video meeting is.', schema: joined },
  problems: ['not-found', 'room-not-ready', 'meeting-over'],
  handler: async ({ deps, tenant, actor, body, requestKey }) => {
    const named = { tenantId: tenant.id, meetingId: body.roomId };
    const meeting = await requireMeeting(deps, actor, 'meetings.join', named);
    const videoUrl = requireReady(meeting);
    const participantId = body.participantId ?? requestKey;
    await tellJoined(deps, { uid: meeting.uid, participantId, key: requestKey });
    return {
      participantId,
      joinUrl: await videoEntrance(deps, videoUrl, { participantId, name: body.displayName }),
    };
  },
});

export const leaveRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/leave',
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
    const meeting = await requireMeeting(deps, actor, 'meetings.join', named);
    await tellLeft(deps, { uid: meeting.uid, participantId, key: requestKey });
    return { roomId: meeting.id, participantId };
  },
});
