import { bookMeeting } from '../../../commands/meetings/book-meeting.ts';
import { CannotInvite } from '../../../commands/meetings/invitees.ts';
import { guestRefused } from '../../middleware/problems.ts';
import { defineRoute } from '../route.ts';
import { presentBooked } from './presenter.ts';
import { bookBody, bookedRoom } from './schema.ts';

export const bookRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/book',
  operationId: 'bookPracticeRoom',
  resource: 'Practice rooms',
  summary: 'Book a room for a guest',
  description: 'Answers when the meeting is booked; both then get their invitation.',
  auth: { kind: 'key', action: 'meetings.book' },
  body: bookBody,
  answer: { status: 200, description: 'The meeting is booked.', schema: bookedRoom },
  problems: [
    'not-found',
    'guest-is-host',
    'attendee-is-organizer',
    'already-booked',
    'host-busy',
    'guest-busy',
    'meeting-over',
    'time-past',
    'engine-unavailable',
  ],
  handler: async ({ deps, tenant, actor, body, requestKey }) => {
    const guest = { ...body.guest, role: 'guest' as const, required: true };
    const booking = { meetingId: body.roomId, requestKey, guest };
    const { meeting, outcome } = await bookMeeting(deps, actor, tenant, booking).catch(asGuest);
    return presentBooked(meeting, outcome, deps.config.publicUrl);
  },
});

/** Of two people, whoever is in it already is the host. */
function asGuest(error: unknown): never {
  if (!(error instanceof CannotInvite) || error.code !== 'attendee-twice') throw error;
  throw guestRefused('guest-is-host');
}
