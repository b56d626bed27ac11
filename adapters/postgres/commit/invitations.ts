import type { CommitInput } from '../../../activities/meeting/ports.ts';
import type { Partstat } from '../../../domain/ical/partstat.ts';
import { roleOf, type AttendeeId } from '../../../domain/meeting/attendee-id.ts';
import type { Change } from '../../../domain/meeting/decision.ts';
import { attendeeOf, holdsTime, isBooking, type MeetingState } from '../../../domain/meeting/state.ts';
import { RESOURCE, ROOM } from './busy.ts';
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

/**
 * Takes the time of those whose invitation stands otherwise from now on, and of the meeting's room, or gives it back. The
 * exclusion constraint on `reservations` decides whether it is free.
 */
export function reservationParts({ change, invitations }: CommitInput): StatementPart[] {
  const { next, invited } = change;
  if (!isBooking(next) || invitations.length + invited.length === 0) return [];
  if (!holdsTime(next)) return [ALL_FREED];
  const taken = invitations.filter((id) => attendeeOf(next, id));
  const freed = invitations.filter((id) => !attendeeOf(next, id));
  return [
    reserve(taken, invited.length > 0),
    ...(freed.length > 0 ? [{ sql: SOME_FREED, values: { freed } }] : []),
  ];
}

/** What hosts keep free around what they were booked for. */
export const BLOCKED = `
  CASE WHEN starts_with(taken.attendee_id, 'host')
       THEN tstzrange(meeting.start_utc - make_interval(mins => meeting.buffer_before_minutes),
                      meeting.end_utc + make_interval(mins => meeting.buffer_after_minutes))
       ELSE tstzrange(meeting.start_utc, meeting.end_utc) END`;

const reserve = (taken: readonly AttendeeId[], andNew: boolean): StatementPart => ({
  sql: `reserved AS (
    INSERT INTO reservations (tenant_id, meeting_id, attendee_id, principal_id, contact_id, shared, period, blocked)
    SELECT meeting.tenant_id, meeting.id, taken.*, tstzrange(meeting.start_utc, meeting.end_utc), ${BLOCKED}
      FROM meeting CROSS JOIN LATERAL (
             SELECT attendee_id, principal_id, contact_id, false FROM invitations
              WHERE meeting_id = meeting.id AND attendee_id = ANY(:taken)
             ${andNew ? 'UNION ALL SELECT attendee_id, principal_id, contact_id, false FROM new_invitation' : ''}
             UNION ALL SELECT '${ROOM}', meeting.room_id, NULL, false WHERE meeting.room_id IS NOT NULL
             UNION ALL SELECT attendee_id, principal_id, NULL, shared FROM reservations
                        WHERE meeting_id = meeting.id AND starts_with(attendee_id, '${RESOURCE}')
           ) taken
    ON CONFLICT (meeting_id, attendee_id) DO UPDATE
       SET period = excluded.period, blocked = excluded.blocked
     WHERE (reservations.period, reservations.blocked) <> (excluded.period, excluded.blocked)
  )`,
  values: { taken: [...taken] },
});

const ALL_FREED: StatementPart = {
  sql: 'freed AS (DELETE FROM reservations USING meeting WHERE reservations.meeting_id = meeting.id)',
  values: {},
};

const SOME_FREED = `freed AS (
  DELETE FROM reservations USING meeting
   WHERE reservations.meeting_id = meeting.id AND reservations.attendee_id = ANY(:freed)
)`;
