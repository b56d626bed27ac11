import { cancelMeeting } from '../../../commands/meetings/cancel-meeting.ts';
import { timelineFor, meetingFor } from '../../../queries/meetings.ts';
import { notFound } from '../../middleware/problems.ts';
import { defineRoute, type Route } from '../route.ts';
import { bookRoomRoute } from './book.ts';
import { createRoomRoute } from './create.ts';
import { joinRoomRoute, leaveRoomRoute } from './presence.ts';
import { presentDeleted, presentRoom } from './presenter.ts';
import { deleteBody, deletedRoom, roomParams, roomView } from './schema.ts';

const deleteRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/delete',
  operationId: 'deletePracticeRoom',
  resource: 'Practice rooms',
  summary: 'Cancel a meeting',
  description: 'Both parties get a cancellation when it was booked. Deleting twice gives the same answer.',
  auth: { kind: 'key', action: 'meetings.change' },
  body: deleteBody,
  answer: { status: 200, description: 'The meeting is cancelled.', schema: deletedRoom },
  problems: ['not-found', 'meeting-over', 'engine-unavailable'],
  handler: async ({ deps, tenant, actor, body }) => {
    const named = { tenantId: tenant.id, meetingId: body.roomId, reason: body.reason ?? '' };
    const { meeting, sequence } = await cancelMeeting(deps, actor, named);
    return presentDeleted(meeting, sequence);
  },
});

const showRoomRoute = defineRoute({
  method: 'get',
  path: '/api/practice-room/{roomId}',
  operationId: 'getPracticeRoom',
  resource: 'Practice rooms',
  summary: 'See how a meeting stands',
  description: 'State, both answers, open proposals and what happened when, by whom, through which door.',
  auth: { kind: 'key', action: 'meetings.see' },
  params: roomParams,
  answer: { status: 200, description: 'The meeting; without any address.', schema: roomView },
  problems: ['not-found'],
  handler: async ({ deps, tenant, actor, params }) => {
    const named = { tenantId: tenant.id, meetingId: params.roomId };
    const [meeting, timeline] = await Promise.all([
      meetingFor(deps, actor, named),
      timelineFor(deps, actor, named),
    ]);
    if (meeting.source !== 'booking') throw notFound('The meeting');
    return presentRoom(meeting, timeline, deps.config.publicUrl);
  },
});

export const practiceRoomRoutes: readonly Route[] = [
  createRoomRoute,
  bookRoomRoute,
  deleteRoomRoute,
  showRoomRoute,
  joinRoomRoute,
  leaveRoomRoute,
];
