import type { Knex } from 'knex';
import pg from 'pg';
import type { Booked } from '../../../domain/meeting/events.ts';
import { holdsTime, type MeetingState, type Role, type TimeRange } from '../../../domain/meeting/state.ts';
import { CommitRefused } from './refused.ts';
import type { CommitContext } from './context.ts';

const EXCLUSION_VIOLATION = '23P01';

/** Invites the guest of a booking request. */
export async function inviteGuest(
  trx: Knex.Transaction,
  meeting: CommitContext,
  event: Booked,
): Promise<void> {
  await trx.raw(
    `INSERT INTO invitations
       (tenant_id, room_id, uid, attendee_role, attendee_email, attendee_name, attendee_timezone,
        attendee_language, period)
     SELECT request.tenant_id, request.room_id, :uid, 'guest', request.guest_email, request.guest_name,
            request.guest_timezone, request.guest_language, tstzrange(room.start_utc, room.end_utc)
       FROM booking_requests request JOIN practice_rooms room ON room.id = request.room_id
      WHERE request.id = :requestId AND request.room_id = :roomId`,
    { uid: meeting.uid, requestId: event.requestId, roomId: meeting.roomId },
  );
}

/**
 * Writes how these parties stand. The exclusion constraint on `invitations` decides whether their time is free.
 *
 * @throws CommitRefused with `host-busy` or `guest-busy`
 */
export async function updateParties(
  trx: Knex.Transaction,
  meeting: MeetingState,
  roles: readonly Role[],
): Promise<void> {
  for (const role of roles) await updateParty(trx, meeting, role);
}

async function updateParty(trx: Knex.Transaction, meeting: MeetingState, role: Role): Promise<void> {
  const answer = meeting.answers[role];
  try {
    await trx.raw(
      `UPDATE invitations
          SET period = tstzrange(:start, :end), holds_time = :holdsTime, last_partstat = :partstat,
              answered_sequence = :sequence, answered_at = :answeredAt, updated_at = now()
        WHERE room_id = :roomId AND attendee_role = :role`,
      {
        start: new Date(meeting.startMs),
        end: new Date(meeting.endMs),
        holdsTime: holdsTime(meeting),
        partstat: answer.partstat,
        sequence: answer.partstat === 'NEEDS-ACTION' ? null : answer.sequence,
        answeredAt: answer.partstat === 'NEEDS-ACTION' ? null : new Date(answer.dtstampMs),
        roomId: meeting.roomId,
        role,
      },
    );
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === EXCLUSION_VIOLATION)
      throw new CommitRefused(busy(role));
    throw error;
  }
}

/**
 * Looks whether both parties are free at a proposed time.
 * Only a courtesy: between the proposal and its approval the constraint has the last word.
 *
 * @throws CommitRefused with `host-busy` or `guest-busy`
 */
export async function checkFree(trx: Knex.Transaction, roomId: string, time: TimeRange): Promise<void> {
  const row: { role: Role } | undefined = await trx('invitations as mine')
    .join('invitations as other', (on) =>
      on
        .on('other.tenant_id', 'mine.tenant_id')
        .on('other.attendee_key', 'mine.attendee_key')
        .on('other.room_id', '<>', 'mine.room_id'),
    )
    .where({ 'mine.room_id': roomId, 'other.holds_time': true })
    .whereRaw('other.period && tstzrange(?, ?)', [new Date(time.startMs), new Date(time.endMs)])
    .orderBy('mine.attendee_role')
    .first({ role: 'mine.attendee_role' });
  if (row) throw new CommitRefused(busy(row.role));
}

const busy = (role: Role): 'host-busy' | 'guest-busy' => (role === 'host' ? 'host-busy' : 'guest-busy');
