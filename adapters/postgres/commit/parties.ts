import type { Knex } from 'knex';
import type { Change } from '../../../domain/meeting/decision.ts';
import type { Booked } from '../../../domain/meeting/events.ts';
import type { Role } from '../../../domain/meeting/state.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { StatementPart } from './statement.ts';

/**
 * Invites the guest of a booking request, for the meeting as it stands then. The exclusion constraint on `invitations`
 * decides whether the time is free.
 *
 * @param organizerTag hash of the ORGANIZER's address of the invitation's own; null: it has none
 */
export const guestPart = ({ requestId }: Booked, organizerTag: Buffer | null): StatementPart => ({
  sql: `guest AS (
    INSERT INTO invitations
      (tenant_id, meeting_id, uid, attendee_role, attendee_email, attendee_name, attendee_timezone,
       attendee_language, principal_id, contact_id, period, holds_time, organizer_tag_hash)
    SELECT request.tenant_id, request.meeting_id, meeting.ics_uid, 'guest', request.guest_email, request.guest_name,
           request.guest_timezone, request.guest_language, request.principal_id, request.contact_id, tstzrange(meeting.start_utc, meeting.end_utc), true,
           CAST(:guestTag AS bytea)
      FROM meeting JOIN booking_requests request ON request.meeting_id = meeting.id
     WHERE request.id = :requestId
  )`,
  values: { requestId, guestTag: organizerTag },
});

/** Only a courtesy: between a proposal and its approval the constraint has the last word. */
export async function busyForProposal(
  knex: Knex,
  meetingId: string,
  { proposals }: Pick<Change, 'proposals'>,
): Promise<Busy | null> {
  for (const { status, proposal } of proposals) {
    const busy =
      status === 'pending' ? await busyParty(knex, { meetingId, requestId: null, time: proposal }) : null;
    if (busy) return busy;
  }
  return null;
}

export type Busy = 'host-busy' | 'guest-busy';

/**
 * Who of a meeting's parties is in another meeting at that time.
 *
 * @param requestId of the booking request whose guest is not invited yet; null: both are
 * @returns null when nobody is
 */
export async function busyParty(
  knex: Knex,
  { meetingId, requestId, time }: { meetingId: string; requestId: string | null; time: TimeRange },
): Promise<Busy | null> {
  const { rows } = await knex.raw<{ rows: { role: Role }[] }>(
    `WITH party AS (
       SELECT attendee_role AS role, person_id FROM invitations WHERE meeting_id = :meetingId
       UNION ALL
       SELECT 'guest', coalesce(principal_id, contact_id) FROM booking_requests WHERE id = CAST(:requestId AS uuid)
     )
     SELECT party.role
       FROM party JOIN invitations other ON other.person_id = party.person_id
      WHERE other.meeting_id <> :meetingId AND other.holds_time AND other.period && tstzrange(:start, :end)
      ORDER BY party.role
      LIMIT 1`,
    { meetingId, requestId, start: new Date(time.startMs), end: new Date(time.endMs) },
  );
  const [busy] = rows;
  return busy ? `${busy.role}-busy` : null;
}
