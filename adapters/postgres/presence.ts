import type { Knex } from 'knex';
import type { PresenceChanged } from '../../domain/meeting/events.ts';
import type { Instant } from '../../domain/time/instant.ts';

export interface Participant {
  meetingId: string;
  participantId: string;
}

/**
 * Names the coming or going of a participant for ever; each has a name of its own, however often they come back.
 *
 * @param comings the how many-th coming it is, or ends
 */
export const presenceKey = (participantId: string, comings: number): string =>
  comings === 1 ? participantId : `${participantId}/${comings}`;

/** Somebody whose heartbeat comes and goes does not fill the meeting's history. */
export const MOST_COMINGS = 20;

export const UNDER_WAY = "'open', 'scheduled', 'live'";

/** Writes the coming or going of everybody in `changed` to the outbox. */
export const OUTBOX_OF = (changed: string, type: PresenceChanged['type']): string => `
  INSERT INTO outbox (tenant_id, uid, event_key, event)
  SELECT tenant_id, uid, event_key,
         jsonb_build_object('type', '${type}', 'key', event_key, 'door', 'room', 'participantId', participant_id)
    FROM (SELECT tenant_id, uid, participant_id,
                 '${type}/' || participant_id || CASE WHEN comings = 1 THEN '' ELSE '/' || comings END AS event_key
            FROM ${changed}) changed
  ON CONFLICT (event_key) DO NOTHING`;

/**
 * A participant is still inside. Who was taken for gone comes back, and the meeting is told through the outbox, after
 * it was told that they had gone.
 *
 * @returns false when they have left, never came, or the meeting is over
 */
export async function writeHeartbeat(
  knex: Knex,
  { meetingId, participantId }: Participant,
  nowMs: Instant,
): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: unknown[] }>(
    `WITH before AS (
       SELECT participant.*, meeting.ics_uid AS uid
         FROM participants participant JOIN meetings meeting ON meeting.id = participant.meeting_id
        WHERE meeting_id = :meetingId AND participant_id = :participantId
          AND meeting.status IN (${UNDER_WAY}) AND (left_at IS NULL OR lost AND comings < :most)
          FOR UPDATE OF participant
     ), seen AS (
       UPDATE participants participant
          SET seen_at = :now, left_at = NULL, lost = false,
              comings = participant.comings + CASE WHEN before.lost THEN 1 ELSE 0 END
         FROM before
        WHERE participant.meeting_id = before.meeting_id AND participant.participant_id = before.participant_id
       RETURNING participant.*, before.uid, before.lost AS was_lost
     ), back AS (
       SELECT * FROM seen WHERE was_lost
     ), told AS (${OUTBOX_OF('back', 'joined')})
     SELECT 1 FROM seen`,
    { meetingId, participantId, now: new Date(nowMs), most: MOST_COMINGS },
  );
  return rows.length > 0;
}

/**
 * Takes those for gone whose heartbeat stopped before the given time, and writes to the outbox that their meetings are
 * to be told. Nobody whom the video service still has, and nobody who came in without a heartbeat.
 *
 * @returns how many
 */
export async function letGoSilent(knex: Knex, beforeMs: Instant, nowMs: Instant): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(
    `WITH silent AS (
       SELECT participant.meeting_id, participant.participant_id, meeting.ics_uid AS uid
         FROM participants participant JOIN meetings meeting ON meeting.id = participant.meeting_id
        WHERE left_at IS NULL AND seen_at < :before AND NOT in_video
          AND meeting.status IN (${UNDER_WAY})
        ORDER BY seen_at
        LIMIT 500
          FOR UPDATE OF participant SKIP LOCKED
     ), gone AS (
       UPDATE participants participant SET left_at = :now, lost = true
         FROM silent
        WHERE participant.meeting_id = silent.meeting_id AND participant.participant_id = silent.participant_id
       RETURNING participant.*, silent.uid
     ), told AS (${OUTBOX_OF('gone', 'left')})
     SELECT count(*) FROM gone`,
    { before: new Date(beforeMs), now: new Date(nowMs) },
  );
  return Number(rows[0]?.count ?? 0);
}
