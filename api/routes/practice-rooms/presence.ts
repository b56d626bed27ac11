import { MeetingNotRunning } from '../../../activities/ports.ts';
import type { Room } from '../../../adapters/postgres/rooms.ts';
import { refused } from '../../middleware/problems.ts';
import { Problem } from '../../middleware/problem.ts';
import { iso } from '../fields.ts';
import { requireRoom } from '../meeting-of.ts';
import { defineRoute } from '../route.ts';
import { joinBody, joined, leaveBody, left } from './schema.ts';
import { withDisplayName } from './video-url.ts';

export const joinRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/join',
  resource: 'Practice rooms',
  summary: 'Enter a room',
  description: 'Somebody enters; the room stays open while anybody is inside.',
  auth: { kind: 'key', scope: 'meetings' },
  body: joinBody,
  answer: { status: 200, description: 'Where the video room is.', schema: joined },
  problems: ['not-found', 'room-not-ready', 'meeting-over'],
  handler: async ({ deps, tenant, body, requestKey }) => {
    const room = await requireRoom(deps, tenant.id, body.roomId);
    const videoUrl = requireReady(room);
    const participantId = body.participantId ?? requestKey;
    const event = { type: 'joined', key: `joined/${requestKey}`, door: 'room', participantId } as const;
    await deps.meetings.tell(room.uid, event).catch(overWhenNotRunning);
    return {
      participantId,
      joinUrl: withDisplayName(videoUrl, deps.config.video.provider, body.displayName),
    };
  },
});

export const leaveRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/leave',
  resource: 'Practice rooms',
  summary: 'Leave a room',
  description: 'After the last person the room closes, unless someone returns in time.',
  auth: { kind: 'key', scope: 'meetings' },
  body: leaveBody,
  answer: { status: 200, description: 'Noted; also when the person was not inside.', schema: left },
  problems: ['not-found'],
  handler: async ({ deps, tenant, body, requestKey }) => {
    const { participantId } = body;
    const room = await requireRoom(deps, tenant.id, body.roomId);
    const event = { type: 'left', key: `left/${requestKey}`, door: 'room', participantId } as const;
    await deps.meetings.tell(room.uid, event).catch(fineWhenNotRunning);
    return { roomId: room.id, participantId };
  },
});

function requireReady(room: Room): string {
  if (room.status === 'cancelled' || room.status === 'closed') throw refused('meeting-over');
  if (room.readyAt !== null && room.videoUrl !== null) return room.videoUrl;
  throw new Problem('room-not-ready', 'The room opens shortly before the meeting starts.', {
    members: { startsAt: iso(room.startMs) },
  });
}

function overWhenNotRunning(error: unknown): never {
  throw error instanceof MeetingNotRunning ? refused('meeting-over') : error;
}

/** A meeting that is over has nobody inside any more. */
function fineWhenNotRunning(error: unknown): void {
  if (!(error instanceof MeetingNotRunning)) throw error;
}
