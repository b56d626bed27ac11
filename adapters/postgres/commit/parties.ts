import type { Knex } from 'knex';
import type { Booked } from '../../../domain/meeting/events.ts';
import type { Role, TimeRange } from '../../../domain/meeting/state.ts';
import { CommitRefused } from './refused.ts';
import type { CommitContext } from './context.ts';

/**
 * Invites the guest of a booking request, for the meeting as it stands now. The exclusion constraint on `invitations`
 * decides whether the time is free.
 */
export async function inviteGuest(knex: Knex, meeting: CommitContext, event: Booked): Promise<void> {
  await knex.raw(
    `INSERT INTO invitations
       (tenant_id, room_id, uid, attendee_role, attendee_email, attendee_name, attendee_timezone,
        attendee_language, period, holds_time)
     SELECT request.tenant_id, request.room_id, room.ics_uid, 'guest', request.guest_email, request.guest_name,
            request.guest_timezone, request.guest_language, tstzrange(room.start_utc, room.end_utc), true
       FROM booking_requests request JOIN practice_rooms room ON room.id = request.room_id
      WHERE request.id = :requestId AND request.room_id = :roomId`,
    { requestId: event.requestId, roomId: meeting.roomId },
  );
}

/**
 * Looks whether both parties are free at a proposed time.
 * Only a courtesy: between the proposal and its approval the constraint has the last word.
 *
 * @throws CommitRefused with `host-busy` or `guest-busy`
 */
export async function checkFree(knex: Knex, roomId: string, time: TimeRange): Promise<void> {
  const busy = await busyParty(knex, { roomId, requestId: null, time });
  if (busy) throw new CommitRefused(busy);
}

/**
 * Who of a meeting's parties is in another meeting at that time.
 *
 * @param requestId of the booking request whose guest is not invited yet; null: both are
 * @returns null when nobody is
 */
export async function busyParty(
  knex: Knex,
  { roomId, requestId, time }: { roomId: string; requestId: string | null; time: TimeRange },
): Promise<'host-busy' | 'guest-busy' | null> {
  const { rows } = await knex.raw<{ rows: { role: Role }[] }>(
    `WITH party AS (
       SELECT tenant_id, attendee_role AS role, attendee_key AS key FROM invitations WHERE room_id = :roomId
       UNION ALL
       SELECT tenant_id, 'guest', lower(guest_email) FROM booking_requests WHERE id = CAST(:requestId AS uuid)
     )
     SELECT party.role
       FROM party JOIN invitations other ON other.tenant_id = party.tenant_id AND other.attendee_key = party.key
      WHERE other.room_id <> :roomId AND other.holds_time AND other.period && tstzrange(:start, :end)
      ORDER BY party.role
      LIMIT 1`,
    { roomId, requestId, start: new Date(time.startMs), end: new Date(time.endMs) },
  );
  const [busy] = rows;
  return busy ? `${busy.role}-busy` : null;
}
