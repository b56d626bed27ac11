import type { Knex } from 'knex';
import type { AttendeeId } from '../../../domain/meeting/attendees.ts';
import type { Change, Invited, RefusalCode } from '../../../domain/meeting/decision.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';

/** Only a courtesy: between a proposal and its approval the constraint has the last word. */
export async function busyForProposal(
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

/**
 * Which of a meeting's attendees is in another meeting at that time, or is in this one already under another address.
 *
 * @param invited who is to be invited, and is not yet
 * @returns null when nobody is
 */
export async function findBusy(
  knex: Knex,
  { meetingId, invited, time }: { meetingId: string; invited: readonly Invited[]; time: TimeRange },
): Promise<RefusalCode | null> {
  const { rows } = await knex.raw<{ rows: { id: AttendeeId }[] }>(
    `WITH attendee AS (
       SELECT attendee_id AS id, role, person_id FROM invitations WHERE meeting_id = :meetingId AND removed_at IS NULL
       UNION ALL
       SELECT invited.id, CAST(substring(invited.id FROM '^[a-z]+') AS party_role), coalesce(request.principal_id, request.contact_id)
         FROM jsonb_to_recordset(CAST(:invited AS jsonb)) AS invited (id text, "requestId" uuid)
         JOIN invite_requests request ON request.id = invited."requestId"
     )
     SELECT attendee.id
       FROM attendee
      WHERE EXISTS (
              SELECT FROM reservations other
               WHERE other.person_id = attendee.person_id AND other.meeting_id <> :meetingId
                 AND other.blocked && tstzrange(:start, :end))
         OR EXISTS (
              SELECT FROM attendee same
               WHERE same.person_id = attendee.person_id AND (same.role, same.id) < (attendee.role, attendee.id))
      ORDER BY attendee.role, attendee.id
      LIMIT 1`,
    {
      meetingId,
      invited: JSON.stringify(invited),
      start: new Date(time.startMs),
      end: new Date(time.endMs),
    },
  );
  const [busy] = rows;
  return busy ? `${busy.id}-busy` : null;
}
