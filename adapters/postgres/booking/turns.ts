import type { Knex } from 'knex';
import type { EventType } from '../../../domain/booking/event-type.ts';
import { turnsSince, type Turns } from '../../../domain/booking/turns.ts';
import type { Instant } from '../../../domain/time/instant.ts';

/** What each host of an event type had of it lately; who is not named had nothing. It is not asked for one host alone. */
export async function readTurns(
  knex: Knex,
  { id: eventTypeId, hosts }: Pick<EventType, 'id' | 'hosts'>,
  nowMs: Instant,
): Promise<Turns> {
  if (hosts.length < 2) return new Map();
  const { rows } = await knex.raw<{ rows: { hostId: string; bookings: number; lastMs: number }[] }>(
    `SELECT host.principal_id AS "hostId", CAST(count(*) AS int) AS bookings,
            CAST(extract(epoch FROM max(meeting.created_at)) * 1000 AS float8) AS "lastMs"
       FROM meetings meeting
       JOIN invitations host ON host.meeting_id = meeting.id AND host.role = 'host' AND host.removed_at IS NULL
      WHERE meeting.event_type_id = :eventTypeId AND meeting.status <> 'cancelled' AND meeting.created_at >= :since
        AND host.principal_id IS NOT NULL
      GROUP BY host.principal_id`,
    { eventTypeId, since: new Date(turnsSince(nowMs)) },
  );
  return new Map(rows.map(({ hostId, bookings, lastMs }) => [hostId, { bookings, lastBookedMs: lastMs }]));
}
