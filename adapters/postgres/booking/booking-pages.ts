import type { Knex } from 'knex';
import type { MeetingStatus } from '../../../domain/meeting/state.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { msOf } from '../milliseconds.ts';

/** Whose booking page it is, without anything that leads to them in another way. */
export interface BookingMember {
  id: string;
  slug: string;
  /** Null: nobody said. */
  name: string | null;
  /** IANA name. */
  timezone: string;
  /** BCP 47; null: the installation's. */
  tenantLanguage: string | null;
  tenantProductName: string;
}

/** @returns null where nobody has the slug */
export async function bookingMember(knex: Knex, slug: string): Promise<BookingMember | null> {
  const { rows } = await knex.raw<{ rows: BookingMember[] }>(
    `SELECT member.id, profile.slug, member.name, member.timezone, tenant.language AS "tenantLanguage",
            tenant.product_name AS "tenantProductName"
       FROM booking_profiles profile
       JOIN principals member ON member.id = profile.principal_id
       JOIN tenants tenant ON tenant.id = member.tenant_id
      WHERE profile.slug = :slug AND member.deleted_at IS NULL`,
    { slug },
  );
  return rows[0] ?? null;
}

/** What members are called, in the order of their ids; null: nobody said. */
export async function namesOf(knex: Knex, principalIds: readonly string[]): Promise<(string | null)[]> {
  const { rows } = await knex.raw<{ rows: { name: string | null }[] }>(
    'SELECT name FROM principals WHERE id = ANY(CAST(:ids AS uuid[])) ORDER BY id',
    { ids: [...principalIds] },
  );
  return rows.map(({ name }) => name);
}

/** What a guest may know of what they have booked; the address is their own. */
export interface GuestBooking {
  meetingId: string;
  uid: string;
  sequence: number;
  title: string;
  description: string;
  location: string;
  /** It has a video room. */
  online: boolean;
  startMs: Instant;
  endMs: Instant;
  status: MeetingStatus;
  /** How many guests it has room for. */
  seats: number;
  /** Guests may change it until so long before the start; null: never. */
  changeUntilMinutes: number | null;
  /** Its hosts are asked; it is held until then. */
  awaitedUntilMs: Instant | null;
  email: string;
  timezone: string | null;
  /** They are in it; false: no more, or it came to nothing. */
  invited: boolean;
  /** Why it does not stand any more: the guest gave it up, its hosts declined it or did not answer, or somebody else cancelled it; null: none of it is known. */
  ended: 'guest' | 'declined' | 'expired' | 'cancelled' | null;
  /** What its hosts are called. */
  hosts: (string | null)[];
  bookedAt: Date;
}

/** What a meeting's story has said of its end, the guest's own doing first: with it comes what Parley did about it. */
const ENDED = `
  CASE WHEN own.last_partstat = 'DECLINED' THEN 'guest' ELSE (
    SELECT CASE what WHEN 'booking-declined' THEN 'declined' WHEN 'booking-expired' THEN 'expired'
                     ELSE CASE WHEN actor = coalesce(own.attendee_id, 'guest') THEN 'guest' ELSE 'cancelled' END END
      FROM audit_log WHERE audit_log.meeting_id = meeting.id AND category = 'timeline'
       AND what IN ('booking-declined', 'booking-expired', 'cancelled')
     ORDER BY id DESC LIMIT 1) END`;

/** What was booked with a request of a guest's. @returns null where nothing was */
export async function guestBooking(
  knex: Knex,
  { requestId, eventTypeId }: { requestId: string; eventTypeId: string },
): Promise<GuestBooking | null> {
  const { rows } = await knex.raw<{ rows: GuestBooking[] }>(
    `SELECT meeting.id AS "meetingId", meeting.ics_uid AS uid, meeting.ics_sequence AS sequence, meeting.title,
            meeting.description, meeting.location, meeting.online, ${msOf('meeting.start_utc')} AS "startMs",
            ${msOf('meeting.end_utc')} AS "endMs", meeting.status, meeting.seats,
            meeting.change_until_minutes AS "changeUntilMinutes", request.email, request.timezone,
            request.created_at AS "bookedAt", ${ENDED} AS ended,
            (own.request_id IS NOT NULL AND own.removed_at IS NULL) AS invited,
            CASE WHEN meeting.status = 'held' THEN ${msOf('meeting.hold_expires_at')} END AS "awaitedUntilMs",
            ARRAY(SELECT attendee_name FROM invitations host
                   WHERE host.meeting_id = meeting.id AND role = 'host' AND removed_at IS NULL
                   ORDER BY length(attendee_id), attendee_id) AS hosts
       FROM invite_requests request
       JOIN meetings meeting ON meeting.id = request.meeting_id
       LEFT JOIN invitations own ON own.request_id = request.id
      WHERE request.id = :requestId AND meeting.event_type_id = :eventTypeId`,
    { requestId, eventTypeId },
  );
  return rows[0] ?? null;
}
