import type { z } from 'zod';
import { MeetingNotRunning } from '../../../activities/meeting/meetings.ts';
import {
  attendeesOf,
  insertBookingRequest,
  type BookedMeeting,
} from '../../../adapters/postgres/booked-meetings.ts';
import { learnAddresses } from '../../../adapters/postgres/people/person.ts';
import type { Tenant } from '../../../adapters/postgres/tenants.ts';
import type { ApiDeps } from '../../deps.ts';
import { engineUnavailable, refused } from '../../middleware/problems.ts';
import { Problem } from '../../middleware/problem.ts';
import { isOver } from '../../../domain/meeting/state.ts';
import { meetingInput, requireMeeting } from '../meeting-of.ts';
import { defineRoute, type RouteInput } from '../route.ts';
import { refuseOrganizer } from './create.ts';
import { presentBooked } from './presenter.ts';
import { bookBody, bookedRoom } from './schema.ts';

export const bookRoomRoute = defineRoute({
  method: 'post',
  path: '/api/practice-room/book',
  resource: 'Practice rooms',
  summary: 'Book a room for a guest',
  description: 'Answers when the meeting is booked; both parties then get their invitation.',
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
  handler: book,
});

async function book({
  deps,
  tenant,
  body,
  requestKey,
}: RouteInput<z.output<typeof bookBody>, undefined, Tenant>) {
  const meeting = await requireMeeting(deps, tenant.id, body.roomId);
  if (isOver(meeting)) throw refused('meeting-over');
  refuseOrganizer(tenant, body.guest.email);
  await refuseHost(deps, meeting, body.guest.email);
  await insertBookingRequest(deps.knex, {
    id: requestKey,
    tenantId: tenant.id,
    meetingId: meeting.id,
    guest: body.guest,
  });
  await learnAddresses(deps.knex, tenant.id, body.guest);
  const outcome = await takeMeeting(deps, meeting, requestKey);
  return presentBooked(meeting, outcome, deps.config.publicUrl);
}

async function takeMeeting(deps: ApiDeps, meeting: BookedMeeting, requestId: string) {
  const event = { type: 'booked', key: `booked/${requestId}`, door: 'api', requestId } as const;
  try {
    return await deps.meetings.book(meetingInput(meeting, deps), event);
  } catch (error) {
    if (!(error instanceof MeetingNotRunning)) throw error;
    throw isOver(await requireMeeting(deps, meeting.tenantId, meeting.id))
      ? refused('meeting-over')
      : engineUnavailable();
  }
}

async function refuseHost(deps: ApiDeps, meeting: BookedMeeting, email: string): Promise<void> {
  const attendees = await attendeesOf(deps.knex, meeting.id);
  const host = attendees.find((attendee) => attendee.role === 'host');
  if (host?.email.toLowerCase() === email.toLowerCase()) {
    throw new Problem('guest-is-host', 'Host and guest need different addresses.', {
      problems: [{ path: 'guest.email', message: 'is the host’s address' }],
    });
  }
}
