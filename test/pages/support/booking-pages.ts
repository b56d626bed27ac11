import { randomUUID } from 'node:crypto';
import { createMeeting, insertInviteRequest } from '../../../adapters/postgres/booked-meetings.ts';
import { confirmationToken } from '../../../api/pages/book/stamp.ts';
import { bookable, questions, type Bookable } from './booking.ts';
import { DAY, HOUR } from './rows.ts';
import { NOW, type Site } from './site.ts';

const GUEST_ADDRESS = 'gus.guest@private.example';

/** The address of each booking page in each of its states, by the name of its picture. */
export async function bookingPages(site: Site): Promise<Record<string, string>> {
  const make = (columns: Record<string, unknown> = {}) =>
    bookable({ knex: site.knex, tenant: { id: site.tenantId } }, columns, { timezone: 'America/New_York' });
  const talk = await make({
    title: 'A conversation about what comes next',
    description: 'We look at where you are now, and plan what you do next, week by week.',
    lengths_minutes: [30, 60, 90],
    location: 'Café Central, Herrengasse 14',
    questions,
  });
  const long = await make({ notice_minutes: 60 * 24 * 40 });
  const never = await make({ window_last_day: '2020-01-01' });
  const course = await make({ seats: 5, locked_timezone: 'Europe/Vienna', requires_approval: true });
  const off = await make({ active: false });
  const form = `${talk.path}?zone=Europe/Berlin&start=`;
  return {
    'book-member': `/book/${talk.memberSlug}`,
    'book-nothing': `/book/${off.memberSlug}`,
    'book-month': `${talk.path}?zone=Europe/Berlin`,
    'book-locked': course.path,
    'book-next-month': `${long.path}?month=2026-11&zone=UTC`,
    'book-none': `${never.path}?zone=UTC`,
    'book-off': off.path,
    'book-form': `${form}2026-12-01T14:00:00.000Z&name=Gus&a_topic=Plans`,
    'book-taken': `${form}2026-12-01T14:10:00.000Z`,
    'book-booked': await booked(site, talk, 'scheduled'),
    'book-awaited': await booked(site, course, 'held'),
    'book-cancelled': await booked(site, talk, 'cancelled'),
    'book-missing': '/book/nobody/nothing',
  };
}

/** The confirmation of a booking that was made. */
async function booked(
  { knex, tenantId, deps }: Site,
  made: Bookable,
  status: 'scheduled' | 'held' | 'cancelled',
): Promise<string> {
  const [meetingId, requestId] = [randomUUID(), randomUUID()];
  const meeting = await createMeeting(knex, {
    ...{ id: meetingId, tenantId, organizerEmail: 'scheduling@parley.example', description: '' },
    ...{ title: 'A conversation', startMs: NOW + 3 * DAY, endMs: NOW + 3 * DAY + HOUR / 2 },
    ...{ policy: 'strict', proposalExpiryHours: 48 },
    attendees: [{ id: 'host', role: 'host', required: true, email: made.hostEmail, name: 'Ada Lovelace' }],
    booking: {
      ...{ eventTypeId: made.eventTypeId, holdExpiresMs: NOW + DAY, heldBy: null, linkId: null },
      ...{ bufferBeforeMinutes: 0, bufferAfterMinutes: 0, seats: 1, changeUntilMinutes: 0 },
      ...{
        online: false,
        approvalMinutes: status === 'held' ? 1440 : null,
        location: 'Café Central, Herrengasse 14',
      },
    },
  });
  await insertInviteRequest(knex, {
    ...{ id: requestId, tenantId, meetingId },
    person: { email: GUEST_ADDRESS, name: 'Gus Okafor', timezone: 'Europe/Berlin' },
  });
  const request = await knex('invite_requests').where({ id: requestId }).first('contact_id');
  await knex('invitations').insert({
    ...{ tenant_id: tenantId, meeting_id: meetingId, uid: meeting.uid, attendee_id: 'guest', role: 'guest' },
    ...{ required: true, attendee_email: GUEST_ADDRESS, request_id: requestId },
    contact_id: request?.contact_id as string,
  });
  await knex('meetings').where({ id: meetingId }).update({ status });
  return `${made.path}/booked?b=${confirmationToken(deps.config, requestId)}`;
}
