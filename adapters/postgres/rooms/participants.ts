import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';

interface Place {
  tenantId: string;
  meetingId: string;
  participantId: string;
}

/**
 * Writes down who enters; the same participant again keeps the time and takes the newer name.
 *
 * @param mustBeat their coming counts as their first heartbeat: whoever sends no other has gone
 */
export async function writeJoined(
  knex: Knex,
  { tenantId, meetingId, participantId }: Place,
  displayName: string | null,
  { nowMs, mustBeat = false }: { nowMs: Instant; mustBeat?: boolean },
): Promise<void> {
  await knex.raw(
    `INSERT INTO participants AS participant
       (tenant_id, meeting_id, participant_id, display_name, joined_at, seen_at)
     VALUES (:tenantId, :meetingId, :participantId, :displayName, :now, CASE WHEN CAST(:mustBeat AS boolean) THEN CAST(:now AS timestamptz) END)
     ON CONFLICT (meeting_id, participant_id) DO UPDATE
       SET display_name = coalesce(EXCLUDED.display_name, participant.display_name), left_at = NULL, lost = false,
           seen_at = coalesce(EXCLUDED.seen_at, participant.seen_at)`,
    { tenantId, meetingId, participantId, displayName, mustBeat, now: new Date(nowMs) },
  );
}

/** Writes down who left, once. */
export async function writeLeft(
  knex: Knex,
  { meetingId, participantId }: Omit<Place, 'tenantId'>,
  nowMs: Instant,
): Promise<void> {
  await knex('participants')
    .where({ meeting_id: meetingId, participant_id: participantId, left_at: null })
    .update({ left_at: new Date(nowMs), in_video: false });
}

export interface RoomParticipant {
  displayName: string | null;
  left: boolean;
  /** How often they came. */
  comings: number;
}

const PARTICIPANT_ID = /^[\w-]{1,64}$/;

/** @param participantId anything. @returns null when nobody came under this id */
export async function participantOf(
  knex: Knex,
  meetingId: string,
  participantId: string,
): Promise<RoomParticipant | null> {
  if (!PARTICIPANT_ID.test(participantId)) return null;
  const row = await knex('participants')
    .where({ meeting_id: meetingId, participant_id: participantId })
    .first<{ display_name: string | null; left_at: Date | null; comings: number } | undefined>(
      'display_name',
      'left_at',
      'comings',
    );
  return row ? { displayName: row.display_name, left: row.left_at !== null, comings: row.comings } : null;
}

/** How many came into a meeting since then. */
export async function joinedSince(knex: Knex, meetingId: string, sinceMs: Instant): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(
    'SELECT count(*) FROM participants WHERE meeting_id = :meetingId AND joined_at > :since',
    { meetingId, since: new Date(sinceMs) },
  );
  return rows[0]?.count ?? 0;
}

/** How many are inside a meeting. */
export async function insideNow(knex: Knex, meetingId: string): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: number }[] }>(
    'SELECT count(*) FROM participants WHERE meeting_id = :meetingId AND left_at IS NULL',
    { meetingId },
  );
  return rows[0]?.count ?? 0;
}

/** Until the transaction ends nobody else is let in: those who come at once are counted. */
export async function serializeJoins(trx: Knex.Transaction, meetingId: string): Promise<void> {
  await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [`joins ${meetingId}`]);
}
