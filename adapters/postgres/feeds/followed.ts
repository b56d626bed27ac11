import type { Knex } from 'knex';
import type { FollowedFeed } from '../../../activities/feed/ports.ts';
import { feedOwner } from '../../feeds/feed-owner.ts';
import type { FeedsRow, PrincipalsRow } from '../../../migrations/rows/tables.ts';

interface Row extends FeedsRow, Pick<PrincipalsRow, 'timezone'> {
  room_id: string;
  name: string;
  owner_id: string;
  url_sealed: Buffer;
  url_key_id: string;
}

/** Null: there is no such room, it follows no feed, or the feed is switched off. */
export async function followedFeed(knex: Knex, calendarId: string): Promise<FollowedFeed | null> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `SELECT feed.*, room.id AS room_id, room.name, room.timezone, room.owner_id
       FROM feeds feed JOIN calendars calendar ON calendar.id = feed.calendar_id
       JOIN principals room ON room.id = calendar.principal_id AND room.deleted_at IS NULL
      WHERE feed.calendar_id = :calendarId AND feed.enabled AND feed.url_sealed IS NOT NULL`,
    { calendarId },
  );
  const [row] = rows;
  if (!row) return null;
  return {
    calendarId,
    roomId: row.room_id,
    tenantId: row.tenant_id,
    roomName: row.name,
    timezone: row.timezone,
    owner: feedOwner(row.owner_id),
    url: { sealed: row.url_sealed, keyId: row.url_key_id },
    validators: { etag: row.etag, lastModified: row.last_modified },
    contentHash: row.content_hash,
    readAgainMs: row.read_again_at?.getTime() ?? null,
    waits: row.withheld_hash !== null,
  };
}
