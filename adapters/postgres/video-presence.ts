import type { Knex } from 'knex';
import type { Instant } from '../../domain/time/instant.ts';
import { MOST_COMINGS, OUTBOX_OF, UNDER_WAY } from './presence.ts';

/** What a video service says of somebody in one of its rooms. */
export interface VideoReport {
  type: 'joined' | 'left';
  /** What the service calls the room. */
  room: string;
  /** Whom we sent there; or what the service calls them, when they came past us. */
  participantId: string;
  displayName: string | null;
  atMs: Instant;
}

/**
 * Writes down what a video service says, and to the outbox what the meeting has to hear of it. Reports may come more
 * than once and in any order: the newest counts.
 *
 * @returns false when no meeting under way has this room
 */
export async function writeVideoReport(
  knex: Knex,
  { type, room, participantId, displayName, atMs }: VideoReport,
): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: unknown[] }>(
    `WITH meeting AS (
       SELECT id, tenant_id, ics_uid AS uid FROM meetings
        WHERE video_name = :room AND status IN (${UNDER_WAY})
     ), before AS (
       SELECT participant.* FROM participants participant, meeting
        WHERE meeting_id = meeting.id AND participant_id = :participantId
          FOR UPDATE OF participant
     ), said AS (${type === 'joined' ? JOINED : LEFT}
       RETURNING participant.*
     ), changed AS (
       SELECT said.*, meeting.uid
         FROM said CROSS JOIN meeting LEFT JOIN before ON true
        WHERE ${type === 'joined' ? 'before.participant_id IS NULL OR before.left_at IS NOT NULL' : 'before.left_at IS NULL'}
     ), told AS (${OUTBOX_OF('changed', type)})
     SELECT 1 FROM meeting`,
    { room, participantId, displayName, at: new Date(atMs), most: MOST_COMINGS },
  );
  return rows.length > 0;
}

/** Who has left, and goes in once more by the video service’s own page, is inside again. It names `before`, so that this is read first. */
const JOINED = `
  INSERT INTO participants AS participant
         (tenant_id, meeting_id, participant_id, display_name, joined_at, in_video, video_said_at)
  SELECT meeting.tenant_id, meeting.id, :participantId, :displayName, :at, true, :at FROM meeting LEFT JOIN before ON true
  ON CONFLICT (meeting_id, participant_id) DO UPDATE
     SET in_video = true, video_said_at = :at, left_at = NULL, lost = false,
         comings = participant.comings + CASE WHEN participant.left_at IS NULL THEN 0 ELSE 1 END
   WHERE coalesce(participant.video_said_at < EXCLUDED.video_said_at, true)
     AND (participant.left_at IS NULL OR participant.comings < :most)`;

const LEFT = `
  UPDATE participants participant
     SET in_video = false, video_said_at = :at, left_at = coalesce(participant.left_at, :at), lost = false
    FROM before
   WHERE participant.meeting_id = before.meeting_id AND participant.participant_id = before.participant_id
     AND coalesce(participant.video_said_at < CAST(:at AS timestamptz), true)`;
