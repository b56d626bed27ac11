import type { Knex } from 'knex';
import type { FormAnswer } from '../../../domain/booking/answers.ts';
import type { Partstat } from '../../../domain/ical/partstat.ts';
import type { AttendeeId, Role } from '../../../domain/meeting/attendee-id.ts';
import type { MeetingStatus } from '../../../domain/meeting/state.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { msOf } from '../milliseconds.ts';
import { askedOfHosts, type AskedOfHosts } from './asked-of-hosts.ts';

/** Somebody's part in a booking, for its hosts: without an address. */
export interface BookingPerson {
  id: AttendeeId;
  role: Role;
  name: string | null;
  partstat: Partstat;
  /** Of a member: their principal. */
  principalId: string | null;
  /** To the event type's questions. */
  answers: FormAnswer[];
}

/** A meeting of an event type, for its hosts. */
export interface Booking {
  id: string;
  uid: string;
  tenantId: string;
  eventTypeId: string;
  ownerId: string;
  title: string;
  location: string;
  status: MeetingStatus;
  sequence: number;
  startMs: Instant;
  endMs: Instant;
  seats: number;
  holdExpiresAt: Date | null;
  /** What a guest asks its hosts for; null: nothing waits for them. */
  asksFor: AskedOfHosts | null;
  cancelReason: string | null;
  people: BookingPerson[];
}

/** What bookings are looked for by; what is absent is not asked for. */
export interface BookingFilter {
  /** Whose they are, as a host or as the owner of the event type. */
  principalId?: string | undefined;
  eventTypeId?: string | undefined;
  /** `coming`: not over yet, the earliest first; `past` and `cancelled`: the newest first. */
  which: 'coming' | 'past' | 'cancelled';
  /** Part of the title, or of a guest's name. */
  search?: string | undefined;
  after?: { startMs: Instant; id: string } | undefined;
  limit: number;
}

const BOOKING = `
  meeting.id, meeting.ics_uid AS uid, meeting.tenant_id AS "tenantId", meeting.event_type_id AS "eventTypeId",
  type.owner_id AS "ownerId", meeting.title, meeting.location, meeting.status, meeting.ics_sequence AS sequence,
  ${msOf('meeting.start_utc')} AS "startMs", ${msOf('meeting.end_utc')} AS "endMs", meeting.seats,
  meeting.hold_expires_at AS "holdExpiresAt", meeting.cancel_reason AS "cancelReason",
  ${askedOfHosts('meeting.id')} AS "asksFor",
  ARRAY(SELECT json_build_object('id', attendee_id, 'role', role, 'name', attendee_name, 'partstat', last_partstat,
                                 'principalId', principal_id, 'answers', form_answers)
          FROM invitations invitation WHERE invitation.meeting_id = meeting.id AND removed_at IS NULL
         ORDER BY role, length(attendee_id), attendee_id) AS people`;

/** @returns null also when it is another tenant's, or of no event type */
export async function bookingById(knex: Knex, tenantId: string, id: string): Promise<Booking | null> {
  const { rows } = await knex.raw<{ rows: Booking[] }>(
    `SELECT ${BOOKING} FROM meetings meeting JOIN event_types type ON type.id = meeting.event_type_id
      WHERE meeting.id = :id AND meeting.tenant_id = :tenantId`,
    { id, tenantId },
  );
  return rows[0] ?? null;
}

const WHICH = {
  coming: `meeting.status IN ('held', 'scheduled', 'live') AND meeting.end_utc > :now`,
  past: `(meeting.status = 'closed' OR meeting.status <> 'cancelled' AND meeting.end_utc <= :now)`,
  // What was only held was never booked.
  cancelled: `meeting.status = 'cancelled' AND EXISTS (
                SELECT FROM invitations WHERE invitations.meeting_id = meeting.id AND role = 'guest')`,
} as const;

/** Bookings of a tenant. */
export async function listBookings(
  knex: Knex,
  tenantId: string,
  { principalId, eventTypeId, which, search, after, limit }: BookingFilter,
  nowMs: Instant,
): Promise<Booking[]> {
  const [order, beyond] = which === 'coming' ? ['ASC', '>'] : ['DESC', '<'];
  const { rows } = await knex.raw<{ rows: Booking[] }>(
    `SELECT ${BOOKING}
       FROM meetings meeting JOIN event_types type ON type.id = meeting.event_type_id
      WHERE meeting.tenant_id = :tenantId AND ${WHICH[which].replaceAll(':now', 'CAST(:now AS timestamptz)')}
        AND (CAST(:principalId AS uuid) IS NULL OR type.owner_id = :principalId OR EXISTS (
              SELECT FROM invitations WHERE invitations.meeting_id = meeting.id AND role = 'host'
                AND removed_at IS NULL AND principal_id = :principalId))
        AND (CAST(:eventTypeId AS uuid) IS NULL OR meeting.event_type_id = :eventTypeId)
        AND (CAST(:search AS text) IS NULL OR strpos(lower(meeting.title), :search) > 0 OR EXISTS (
              SELECT FROM invitations WHERE invitations.meeting_id = meeting.id AND role = 'guest'
                AND strpos(lower(attendee_name), :search) > 0))
        AND (CAST(:afterStart AS timestamptz) IS NULL
             OR (meeting.start_utc, meeting.id) ${beyond} (CAST(:afterStart AS timestamptz), CAST(:afterId AS uuid)))
      ORDER BY meeting.start_utc ${order}, meeting.id ${order}
      LIMIT :limit`,
    {
      tenantId,
      principalId: principalId ?? null,
      eventTypeId: eventTypeId ?? null,
      search: search === undefined || search.trim() === '' ? null : search.trim().toLowerCase(),
      afterStart: after ? new Date(after.startMs) : null,
      afterId: after?.id ?? null,
      now: new Date(nowMs),
      limit,
    },
  );
  return rows;
}
