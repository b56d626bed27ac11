import { createMeeting } from '../../../commands/meetings/create-meeting.ts';
import { defineRoute } from '../route.ts';
import { presentCreated } from './presenter.ts';
import { createBody, createdRoom } from './schema.ts';

export const createRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/create',
  operationId: 'createPracticeRoom',
  resource: 'Practice rooms',
  summary: 'Make a room that a guest can book',
  description: 'Nobody gets mail yet: the invitations go out with the booking.',
  auth: { kind: 'key', action: 'meetings.book' },
  body: createBody,
  answer: { status: 201, description: 'The room, open for booking.', schema: createdRoom },
  problems: ['time-past', 'time-empty', 'time-too-long', 'attendee-is-organizer'],
  handler: async ({ deps, tenant, actor, body, requestKey }) => {
    const { startUtc: startMs, endUtc: endMs, host, ...rest } = body;
    const attendees = [{ ...host, role: 'host' as const, required: true }];
    const meeting = { ...rest, id: requestKey, startMs, endMs, attendees };
    return presentCreated(await createMeeting(deps, actor, tenant, meeting), deps.config.publicUrl);
  },
});
