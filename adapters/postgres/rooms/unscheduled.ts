import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';

/**
 * How many unscheduled meetings began in a room since then, besides `exceptId`. Until the transaction ends nobody
 * else counts, so that two who begin at once are counted.
 */
export async function countUnscheduled(
  trx: Knex.Transaction,
  roomId: string,
  sinceMs: Instant,
  exceptId: string,
): Promise<number> {
  await trx('principals').where({ id: roomId }).forNoKeyUpdate().first('id');
  const { rows } = await trx.raw<{ rows: { count: number }[] }>(
    `SELECT count(*) FROM meetings
      WHERE room_id = :roomId AND source = 'unscheduled' AND start_utc > :since AND id <> :exceptId`,
    { roomId, since: new Date(sinceMs), exceptId },
  );
  return rows[0]?.count ?? 0;
}
