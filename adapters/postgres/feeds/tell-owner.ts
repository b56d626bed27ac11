import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { FollowedFeed } from '../../../activities/feed/ports.ts';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { toldWhenFailingSince } from '../../../domain/feeds/failing.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { Notice } from '../../../workflows/delivery/messages.ts';
import { appendToOutbox } from '../outbox.ts';

/**
 * Writes down that the owner of a feed has to be told that it fails, once it has done so for a day, and to the outbox that
 * it has to be mailed; nothing when that was done before. The feed's row is what makes it once: whoever marks it, tells.
 *
 * @param problem of the newest failure
 * @returns what waits in the outbox because of it
 */
export async function tellOwner(
  trx: Knex.Transaction,
  { calendarId, tenantId, url }: FollowedFeed,
  problem: string,
  nowMs: Instant,
): Promise<PendingEvent[]> {
  const id = randomUUID();
  const { rows } = await trx.raw<{ rows: unknown[] }>(
    `WITH due AS (
       UPDATE feeds SET owner_told_at = :at
        WHERE calendar_id = :calendarId AND url_sealed = :sealed AND owner_told_at IS NULL AND failing_since <= :since
       RETURNING tenant_id, calendar_id, failing_since
     )
     INSERT INTO notices (id, tenant_id, principal_id, address, kind, room_id, problem, since, created_at)
     SELECT :id, due.tenant_id, room.owner_id, owner.address, 'feed-failing', room.id, :problem, due.failing_since, :at
       FROM due JOIN calendars calendar ON calendar.id = due.calendar_id
       JOIN principals room ON room.id = calendar.principal_id
       JOIN principal_addresses owner ON owner.principal_id = room.owner_id AND owner.is_primary
     RETURNING id`,
    {
      ...{ id, calendarId, problem, sealed: url.sealed },
      at: new Date(nowMs),
      since: new Date(toldWhenFailingSince(nowMs)),
    },
  );
  if (rows.length === 0) return [];
  const event: Notice = { type: 'notice', key: `notice/${id}`, noticeId: id, atMs: nowMs };
  return appendToOutbox(trx, tenantId, [{ uid: event.key, event }]);
}
