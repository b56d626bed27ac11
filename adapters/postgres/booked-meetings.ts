import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { domainOf } from '../../domain/itip/address.ts';
import type { DeclinePolicy, MeetingStatus, Role } from '../../domain/meeting/state.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { ensurePerson } from './people/person.ts';

/** The row of a meeting that is booked, as the API's routes need it. */
export interface BookedMeeting {
  id: string;
  tenantId: string;
  uid: string;
  sequence: number;
  title: string;
  description: string;
  startMs: Instant;
  endMs: Instant;
  status: MeetingStatus;
  policy: DeclinePolicy;
  proposalExpiryHours: number;
  cancelReason: string | null;
  readyAt: Date | null;
  closedAt: Date | null;
  videoUrl: string | null;
}

export interface Person {
  email: string;
  name?: string | undefined;
  timezone?: string | undefined;
  /** BCP 47. */
  language?: string | undefined;
}

export interface NewMeeting {
  id: string;
  tenantId: string;
  organizerEmail: string;
  title: string;
  description: string;
  startMs: Instant;
  endMs: Instant;
  policy: DeclinePolicy;
  proposalExpiryHours: number;
  host: Person;
}

const COLUMNS = {
  id: 'id',
  tenantId: 'tenant_id',
  uid: 'ics_uid',
  sequence: 'ics_sequence',
  title: 'title',
  description: 'description',
  start: 'start_utc',
  end: 'end_utc',
  status: 'status',
  policy: 'policy',
  proposalExpiryHours: 'proposal_expiry_hours',
  cancelReason: 'cancel_reason',
  readyAt: 'video_ready_at',
  closedAt: 'video_closed_at',
  videoUrl: 'video_url',
} as const;

const SELECTED = Object.entries(COLUMNS)
  .map(([name, column]) => `${column} AS "${name}"`)
  .join(', ');

type Row = Omit<BookedMeeting, 'startMs' | 'endMs'> & { start: Date; end: Date };

const find = async (knex: Knex, where: Record<string, string>): Promise<BookedMeeting | null> => {
  const row = await knex('meetings')
    .where({ ...where, source: 'booking' })
    .first(COLUMNS);
  return row ? meetingOf(row) : null;
};

const meetingOf = ({ start, end, ...rest }: Row): BookedMeeting => ({
  ...rest,
  startMs: start.getTime(),
  endMs: end.getTime(),
});

/** @returns null also when the room is another tenant's, or the meeting one of a room */
export const meetingById = (knex: Knex, tenantId: string, id: string): Promise<BookedMeeting | null> =>
  find(knex, { tenant_id: tenantId, id });

/** @returns null also when the meeting is another tenant's, or one of a room */
export const meetingByUid = (knex: Knex, tenantId: string, uid: string): Promise<BookedMeeting | null> =>
  find(knex, { tenant_id: tenantId, ics_uid: uid });

/**
 * Makes the room with its host's invitation; the same id again finds the one made before. The host's time is taken
 * when somebody books, not before.
 */
export async function createMeeting(knex: Knex, meeting: NewMeeting): Promise<BookedMeeting> {
  const { host } = meeting;
  const person = await ensurePerson(knex, meeting.tenantId, host.email);
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `WITH meeting AS (
       INSERT INTO meetings
         (id, tenant_id, ics_uid, title, description, start_utc, end_utc, policy, proposal_expiry_hours)
       VALUES (:id, :tenantId, :uid, :title, :description, :start, :end, :policy, :proposalExpiryHours)
       ON CONFLICT (id) DO NOTHING
       RETURNING *
     ), host AS (
       INSERT INTO invitations
         (tenant_id, meeting_id, uid, attendee_role, attendee_email, attendee_name, attendee_timezone, attendee_language,
          principal_id, contact_id, period)
       SELECT tenant_id, id, ics_uid, 'host', :email, :name, :timezone, :language, CAST(:principalId AS uuid),
              CAST(:contactId AS uuid), tstzrange(start_utc, end_utc)
         FROM meeting
     )
     SELECT ${SELECTED} FROM meeting`,
    {
      id: meeting.id,
      tenantId: meeting.tenantId,
      uid: `${randomUUID()}@${domainOf(meeting.organizerEmail)}`,
      title: meeting.title,
      description: meeting.description,
      start: new Date(meeting.startMs),
      end: new Date(meeting.endMs),
      policy: meeting.policy,
      proposalExpiryHours: meeting.proposalExpiryHours,
      email: host.email,
      name: host.name ?? null,
      timezone: host.timezone ?? null,
      language: host.language ?? null,
      ...person,
    },
  );
  const [row] = rows;
  const made = row ? meetingOf(row) : await meetingById(knex, meeting.tenantId, meeting.id);
  if (!made) throw new Error('the id of the room is taken');
  return made;
}

/** The parties' addresses; for comparing and hiding, never for showing. */
export async function attendeesOf(knex: Knex, meetingId: string): Promise<{ role: Role; email: string }[]> {
  return knex('invitations')
    .where({ meeting_id: meetingId })
    .select({ role: 'attendee_role', email: 'attendee_email' });
}

/** Writes down who asks for the room; the same id again changes nothing. */
export async function insertBookingRequest(
  knex: Knex,
  request: { id: string; tenantId: string; meetingId: string; guest: Person },
): Promise<void> {
  const { principalId, contactId } = await ensurePerson(knex, request.tenantId, request.guest.email);
  await knex('booking_requests')
    .insert({
      id: request.id,
      tenant_id: request.tenantId,
      meeting_id: request.meetingId,
      guest_email: request.guest.email,
      guest_name: request.guest.name ?? null,
      guest_timezone: request.guest.timezone ?? null,
      guest_language: request.guest.language ?? null,
      principal_id: principalId,
      contact_id: contactId,
    })
    .onConflict('id')
    .ignore();
}
