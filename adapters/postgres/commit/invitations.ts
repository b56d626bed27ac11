import type { Partstat } from '../../../domain/ical/partstat.ts';
import { roleOf, type AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { Change } from '../../../domain/meeting/decision.ts';
import { attendeeOf, isBooking, type MeetingState } from '../../../domain/meeting/state.ts';
import type { StatementPart } from '../statement.ts';

/**
 * Invites those whom a change invites, for the meeting as it stands then; who booked it for themselves has accepted.
 *
 * @param organizerTags hashes of the ORGANIZER's addresses of the invitations' own
 */
export function invitePart(
  { next, invited }: Pick<Change, 'next' | 'invited'>,
  organizerTags: ReadonlyMap<AttendeeId, Buffer>,
): StatementPart {
  const entries = invited.map(({ id, requestId, required }) => ({
    id,
    request: requestId,
    role: roleOf(id),
    required,
    tag: organizerTags.get(id)?.toString('hex'),
    ...answerOf(next, id),
  }));
  return {
    sql: `new_invitation AS (
      INSERT INTO invitations
        (tenant_id, meeting_id, uid, attendee_id, role, required, request_id, attendee_email, attendee_name, attendee_timezone,
         attendee_language, principal_id, contact_id, organizer_tag_hash, form_answers, last_partstat, answered_sequence,
         answered_at)
      SELECT request.tenant_id, request.meeting_id, meeting.ics_uid, entry.id, entry.role, entry.required, request.id, request.email,
             request.name, request.timezone, request.language, request.principal_id, request.contact_id, decode(entry.tag, 'hex'),
             request.form_answers, coalesce(entry.partstat, 'NEEDS-ACTION'), entry.sequence, entry.at
        FROM meeting, jsonb_to_recordset(CAST(:entries AS jsonb))
               AS entry (id text, request uuid, role party_role, required boolean, tag text, partstat partstat,
                         sequence int, at timestamptz)
        JOIN invite_requests request ON request.id = entry.request
       WHERE request.meeting_id = meeting.id
      RETURNING *
    )`,
    values: { entries: JSON.stringify(entries) },
  };
}

/** How somebody stands, as their invitation has it; nothing while they have not answered. */
export function answerOf(
  next: MeetingState,
  id: AttendeeId,
): { partstat?: Partstat; sequence?: number; at?: Date } {
  const answer = isBooking(next) ? attendeeOf(next, id)?.answer : undefined;
  if (!answer || answer.partstat === 'NEEDS-ACTION') return {};
  const { partstat, sequence, dtstampMs } = answer;
  return { partstat, sequence, at: new Date(dtstampMs) };
}
