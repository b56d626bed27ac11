import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';

/** `unread`: it was not fetched yet; `withheld`: so much of it is gone that somebody has to look first. */
export const FEED_STATUSES = ['fine', 'failing', 'withheld', 'unread', 'paused'] as const;
export type FeedStatus = (typeof FEED_STATUSES)[number];

/** A calendar that a room follows, as an operator sees it; its address is masked. */
export interface FeedView {
  calendarId: string;
  tenantId: string;
  /** The name of the room. */
  room: string;
  maskedUrl: string;
  status: FeedStatus;
  /** Why it failed, or what waits; null: nothing. */
  reason: string | null;
  intervalMinutes: number;
  lastSyncAt: Date | null;
  lastChangeAt: Date | null;
  events: number;
  matches: number;
  /** What of it could not be read. */
  problems: number;
}

export interface FeedFilter {
  statuses: readonly FeedStatus[];
  /** Those that were fetched since then. */
  sinceMs?: Instant | undefined;
  limit: number;
}

const STATUS = `CASE WHEN NOT feed.enabled THEN 'paused' WHEN feed.last_result IS NULL THEN 'unread'
                     WHEN feed.last_result = 'failed' THEN 'failing' WHEN feed.last_result = 'withheld' THEN 'withheld'
                     ELSE 'fine' END`;

const FEEDS = `SELECT feed.calendar_id AS "calendarId", feed.tenant_id AS "tenantId", room.name AS room,
         feed.url_masked AS "maskedUrl", ${STATUS} AS status, feed.last_problem AS reason,
         feed.interval_minutes AS "intervalMinutes", feed.last_sync_at AS "lastSyncAt",
         feed.last_change_at AS "lastChangeAt", feed.events, feed.matches,
         jsonb_array_length(feed.problems) AS problems
    FROM feeds feed JOIN calendars calendar ON calendar.id = feed.calendar_id
    JOIN principals room ON room.id = calendar.principal_id
   WHERE feed.url_masked IS NOT NULL AND (CAST(:tenantId AS uuid) IS NULL OR feed.tenant_id = :tenantId)`;

/** Those that fail first, then by room. @param tenantId null: of all tenants */
export async function listFeeds(
  knex: Knex,
  tenantId: string | null,
  { statuses, sinceMs, limit }: FeedFilter,
): Promise<FeedView[]> {
  const { rows } = await knex.raw<{ rows: FeedView[] }>(
    `${FEEDS} AND ${STATUS} = ANY (:statuses)
         AND (CAST(:since AS timestamptz) IS NULL OR feed.last_sync_at >= :since)
       ORDER BY ${STATUS} NOT IN ('failing', 'withheld'), room.name
       LIMIT :limit`,
    {
      tenantId,
      statuses: [...statuses],
      since: sinceMs === undefined ? null : new Date(sinceMs),
      limit,
    },
  );
  return rows;
}

/** @param tenantId null: of any tenant. @returns null also when it is another tenant's */
export async function feedOfRoom(
  knex: Knex,
  tenantId: string | null,
  room: string,
): Promise<FeedView | null> {
  const { rows } = await knex.raw<{ rows: FeedView[] }>(`${FEEDS} AND room.name = :room`, { tenantId, room });
  return rows[0] ?? null;
}
