import type { Knex } from 'knex';
import type { AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { Change, Invited, RefusalCode } from '../../../domain/meeting/decision.ts';
import { holdsTime } from '../../../domain/meeting/state.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import type { ChangeContext } from './context.ts';

/** Whose the reservation of a meeting's room is, among its attendees. */
export const ROOM = 'room';

/** How those of its resources are called, each with a number. */
export const RESOURCE = 'resource-';

/**
 * Who has no time, before a change is written. Of people only a courtesy, and only for what is proposed: the constraint has
 * the last word. But what is in a room's own calendar is no reservation, so it is looked at here.
 */
export async function busyBefore(
  knex: Knex,
  { meetingId, roomId, status }: Pick<ChangeContext, 'meetingId' | 'roomId' | 'status'>,
  change: Change,
): Promise<RefusalCode | null> {
  const busy = await busyForProposals(knex, meetingId, change);
  if (busy || roomId === null) return busy;
  const { next, messages, invited } = change;
  const takesTime = status === 'open' || messages.some(({ previousTime }) => previousTime !== null);
  return takesTime && holdsTime(next) ? findBusy(knex, { meetingId, invited, time: next }) : null;
}

/** Who has no time for what a change proposes; between that and its approval somebody may be invited elsewhere. */
export async function busyForProposals(
  knex: Knex,
  meetingId: string,
  { proposals }: Pick<Change, 'proposals'>,
): Promise<RefusalCode | null> {
  for (const { isNew, proposal } of proposals) {
    const busy = isNew === true ? await findBusy(knex, { meetingId, invited: [], time: proposal }) : null;
    if (busy) return busy;
  }
  return null;
}

/** Whether somebody who is in no meeting there yet is in another one at that time. */
export async function isPersonBusy(
  knex: Knex,
  personId: string,
  { startMs, endMs }: TimeRange,
): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { busy: boolean }[] }>(
    `SELECT EXISTS (SELECT FROM reservations
                     WHERE person_id = :personId AND period && tstzrange(:start, :end) AND NOT shared) AS busy`,
    { personId, start: new Date(startMs), end: new Date(endMs) },
  );
  return rows[0]?.busy ?? false;
}

/**
 * Which of a meeting's attendees is in another meeting at that time, or is in this one already under another address; or
 * whether its room is taken, also by what is in its calendar.
 *
 * @param invited who is to be invited, and is not yet
 * @returns null when nobody is
 */
export async function findBusy(
  knex: Knex,
  { meetingId, invited, time }: { meetingId: string; invited: readonly Invited[]; time: TimeRange },
): Promise<RefusalCode | null> {
  const { rows } = await knex.raw<{ rows: { id: AttendeeId; twice: boolean }[] }>(
    `WITH known AS (
       SELECT attendee_id AS id, role, person_id FROM invitations WHERE meeting_id = :meetingId AND removed_at IS NULL
       UNION ALL
       SELECT invited.id, CAST(substring(invited.id FROM '^[a-z]+') AS party_role), coalesce(request.principal_id, request.contact_id)
         FROM jsonb_to_recordset(CAST(:invited AS jsonb)) AS invited (id text, "requestId" uuid)
         JOIN invite_requests request ON request.id = invited."requestId"
       UNION ALL
       SELECT :room, NULL, room_id FROM meetings WHERE id = :meetingId AND room_id IS NOT NULL
     ), attendee AS (
       SELECT *, row_number() OVER (ORDER BY role, id) AS nth FROM known
     )
     SELECT attendee.id, twice
       FROM attendee CROSS JOIN LATERAL (
              SELECT EXISTS (SELECT FROM attendee same WHERE same.person_id = attendee.person_id AND same.nth < attendee.nth)
            ) AS known (twice)
      WHERE twice OR EXISTS (
              SELECT FROM reservations other
               WHERE other.person_id = attendee.person_id AND other.meeting_id <> :meetingId
                 AND other.period && tstzrange(:start, :end) AND NOT other.shared)
         OR attendee.id = :room AND EXISTS (
              SELECT FROM busy_periods busy
               WHERE busy.principal_id = attendee.person_id AND busy.period && tstzrange(:start, :end))
      ORDER BY attendee.nth
      LIMIT 1`,
    {
      meetingId,
      room: ROOM,
      invited: JSON.stringify(invited),
      start: new Date(time.startMs),
      end: new Date(time.endMs),
    },
  );
  const [busy] = rows;
  if (!busy) return null;
  return busy.twice ? 'attendee-twice' : `${busy.id}-busy`;
}
