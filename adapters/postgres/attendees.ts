import type { Knex } from 'knex';
import type { AttendeeId, Role } from '../../domain/meeting/attendee-id.ts';

/** The ids of the persons who take part in a meeting, all or those of a role. */
export async function personsOf(knex: Knex, meetingId: string, role?: Role): Promise<string[]> {
  return knex('invitations')
    .where({ meeting_id: meetingId, removed_at: null, ...(role && { role }) })
    .pluck('person_id');
}

/** Who was invited by a request; null: nobody yet. */
export async function attendeeOfRequest(knex: Knex, requestId: string): Promise<AttendeeId | null> {
  const row = await knex('invitations').where({ request_id: requestId }).first('attendee_id');
  return row?.attendee_id ?? null;
}
