import { answersOf, openProposalsOf, timelineOf } from '../../../adapters/postgres/meeting-view.ts';
import { attendeesOf } from '../../../adapters/postgres/booked-meetings.ts';
import { cancelBooked } from '../cancel-meeting.ts';
import { requireMeeting } from '../meeting-of.ts';
import { defineRoute, type Route } from '../route.ts';
import { bookRoomRoute } from './book.ts';
import { createRoomRoute } from './create.ts';
import { joinRoomRoute, leaveRoomRoute } from './presence.ts';
import { presentDeleted, presentRoom } from './presenter.ts';
import { deleteBody, deletedRoom, roomParams, roomView } from './schema.ts';

const deleteRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/delete',
  resource: 'Practice rooms',
  summary: 'Cancel a meeting',
  description: 'Both parties get a cancellation when it was booked. Deleting twice gives the same answer.',
  auth: { kind: 'key', action: 'meetings.change' },
  body: deleteBody,
  answer: { status: 200, description: 'The meeting is cancelled.', schema: deletedRoom },
  problems: ['not-found', 'meeting-over', 'engine-unavailable'],
  handler: async ({ deps, tenant, body }) => {
    const meeting = await requireMeeting(deps, tenant.id, body.roomId);
    return presentDeleted(meeting, await cancelBooked(deps, meeting, body.reason ?? ''));
  },
});

const showRoomRoute = defineRoute({
  method: 'get',
  path: '/api/practice-room/{roomId}',
  resource: 'Practice rooms',
  summary: 'See how a meeting stands',
  description: 'State, both answers, open proposals and what happened when, by whom, through which door.',
  auth: { kind: 'key', action: 'meetings.see' },
  params: roomParams,
  answer: { status: 200, description: 'The meeting; without any address.', schema: roomView },
  problems: ['not-found'],
  handler: async ({ deps, tenant, params }) => {
    const meeting = await requireMeeting(deps, tenant.id, params.roomId);
    const [answers, proposals, timeline, attendees] = await Promise.all([
      answersOf(deps.knex, meeting.id),
      openProposalsOf(deps.knex, meeting.id),
      timelineOf(deps.knex, meeting.id),
      attendeesOf(deps.knex, meeting.id),
    ]);
    const addresses = attendees.map((attendee) => attendee.email);
    return presentRoom({
      meeting,
      answers,
      proposals,
      timeline,
      addresses,
      publicUrl: deps.config.publicUrl,
    });
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
