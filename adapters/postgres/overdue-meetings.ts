import type { Knex } from 'knex';

/** More than anybody looks at one by one. */
const MOST = 100;

/**
 * UIDs of meetings that, as the database knows them, should have gone on before the given time: a message that nobody has
 * tried to send, a proposal past its end, a start or end that has passed, a room that was to be opened or closed.
 *
 * @param forceCloseMs how long after its end a meeting closes in any case
 */
export async function overdueMeetings(
  database: Knex,
  { beforeMs, forceCloseMs }: { beforeMs: number; forceCloseMs: number },
): Promise<string[]> {
  const { rows } = await database.raw<{ rows: { uid: string }[] }>(
    `SELECT uid FROM outgoing_messages
      WHERE state = 'prepared' AND attempts = 0 AND prepared_at < :before AND uid IS NOT NULL
     UNION
     SELECT uid FROM pending_proposals WHERE status = 'pending' AND expires_at < :before
     UNION
     SELECT ics_uid FROM meetings WHERE status = 'scheduled' AND start_utc < :before
     UNION
     SELECT ics_uid FROM meetings WHERE status = 'live' AND end_utc < :endedBefore
     UNION
     SELECT ics_uid FROM meetings
      WHERE status IN ('scheduled', 'live')
        AND video_ready_at < :before AND video_closed_at IS NULL AND video_url IS NULL
     UNION
     SELECT ics_uid FROM meetings WHERE video_url IS NOT NULL AND video_closed_at < :before
     LIMIT ${MOST}`,
    { before: new Date(beforeMs), endedBefore: new Date(beforeMs - forceCloseMs) },
  );
  return rows.map(({ uid }) => uid);
}
