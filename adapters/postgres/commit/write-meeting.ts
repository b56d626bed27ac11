import type { Knex } from 'knex';
import type { CommitInput } from '../../../activities/ports.ts';
import { holdsTime } from '../../../domain/meeting/state.ts';
import { CONTEXT_COLUMNS, type CommitContext } from './context.ts';

/**
 * Writes what every change has, in one statement: the meeting's row, its parties' invitations, the change in its log,
 * and the story's lines in the audit log. From then on the transaction holds the meeting's row.
 *
 * @returns null when nothing was written, because another change has this one's revision, or the one before is missing
 * @throws DatabaseError an exclusion violation when the time of a party is taken
 */
export async function writeMeeting(knex: Knex, input: CommitInput): Promise<CommitContext | null> {
  const { rows } = await knex.raw<{ rows: CommitContext[] }>(STATEMENT, valuesOf(input));
  return rows[0] ?? null;
}

const STATEMENT = `
  WITH room AS (
    UPDATE practice_rooms
       SET status = :status, ics_sequence = :sequence, start_utc = :start, end_utc = :end, revision = :revision,
           room_ready_at = CASE WHEN :madeReady THEN :now WHEN :hasRoom THEN room_ready_at END,
           room_closed_at = CASE WHEN :closed THEN :now ELSE room_closed_at END,
           cancel_reason = coalesce(:cancelReason, cancel_reason), title = coalesce(:title, title), present = :present,
           updated_at = now()
     WHERE id = :roomId AND revision = :revision - 1
    RETURNING *
  ), logged AS (
    INSERT INTO meeting_changes (tenant_id, room_id, revision, event_key, event, decided_at)
    SELECT tenant_id, id, revision, :eventKey, :event, :now FROM room
  ), told AS (
    INSERT INTO audit_log (tenant_id, room_id, uid, at, category, what, actor, door)
    SELECT room.tenant_id, room.id, room.ics_uid, line.at, 'timeline', line.what, line.by, line.door
      FROM room, jsonb_to_recordset(:story) AS line (at timestamptz, what text, by text, door text)
  ), invited AS (
    UPDATE invitations
       SET period = tstzrange(room.start_utc, room.end_utc), holds_time = :holdsTime,
           last_partstat = answer.partstat, answered_sequence = answer.sequence, answered_at = answer.at,
           updated_at = now()
      FROM room, jsonb_to_recordset(:answers)
             AS answer (role party_role, partstat partstat, sequence int, at timestamptz)
     WHERE invitations.room_id = room.id AND invitations.attendee_role = answer.role
  )
  SELECT ${CONTEXT_COLUMNS} FROM room JOIN tenants tenant ON tenant.id = room.tenant_id`
  // PostgreSQL knows the types of values in the places where they go, and not in a CASE or a function's arguments.
  .replace(/:(now|start|end)\b/g, 'CAST(:$1 AS timestamptz)')
  .replace(/:(story|answers|event)\b/g, 'CAST(:$1 AS jsonb)')
  .replace(/:(madeReady|hasRoom|closed|holdsTime)\b/g, 'CAST(:$1 AS boolean)');

function valuesOf({ roomId, event, nowMs, change, invitations }: CommitInput) {
  const { next } = change;
  return {
    roomId,
    status: next.status,
    sequence: next.sequence,
    start: new Date(next.startMs),
    end: new Date(next.endMs),
    revision: next.revision,
    now: new Date(nowMs),
    madeReady: change.room === 'ready',
    hasRoom: next.room.phase !== 'none',
    closed: next.room.phase === 'closed',
    present: next.room.present,
    // The title of a booking is the backend's, with whatever it contains; the workflow knows it without addresses.
    title: event.type === 'calendar-event' ? next.title : null,
    cancelReason: event.type === 'cancelled' ? event.reason : null,
    eventKey: event.key,
    event: JSON.stringify(event),
    story: JSON.stringify(change.timeline.map(({ atMs, ...line }) => ({ ...line, at: new Date(atMs) }))),
    holdsTime: holdsTime(next),
    answers: JSON.stringify(
      invitations.map((role) => {
        const { partstat, sequence, dtstampMs } = next.answers[role];
        return partstat === 'NEEDS-ACTION'
          ? { role, partstat }
          : { role, partstat, sequence, at: new Date(dtstampMs) };
      }),
    ),
  };
}
