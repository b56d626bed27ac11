import type { Knex } from 'knex';
import type { FeedUrls } from '../../../activities/feed/fetching.ts';
import { UnopenableError } from '../../secrets/key-ring.ts';
import type { FeedsRow } from '../../../migrations/rows/tables.ts';

const ROWS_AT_ONCE = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface SealedRow extends Pick<FeedsRow, 'calendar_id'> {
  name: string;
  url_sealed: Buffer;
  url_key_id: string;
}

export interface Rotation {
  resealed: number;
  /** By the names of their rooms. */
  unopenable: { room: string; why: UnopenableError['code'] }[];
}

/**
 * Seals the addresses of all feeds with the current key. May be run again, and while Parley works: a row is locked while it is
 * sealed anew, so that no address which its owner sets meanwhile is lost.
 */
export async function rotateFeedUrls(
  database: Knex,
  urls: FeedUrls & { readonly currentKeyId: string },
): Promise<Rotation> {
  const rotation: Rotation = { resealed: 0, unopenable: [] };
  let after: string | undefined = BEFORE_ALL;
  while (after !== undefined) {
    const from: string = after;
    after = await database.transaction(async (transaction) => {
      const rows = await lockRows(transaction, urls.currentKeyId, from);
      for (const row of rows) await reseal(transaction, urls, row, rotation);
      return rows.at(-1)?.calendar_id;
    });
  }
  return rotation;
}

/** Goes on behind the last row, since those that cannot be opened stay as they are. */
async function lockRows(transaction: Knex, currentKeyId: string, after: string): Promise<SealedRow[]> {
  const { rows } = await transaction.raw<{ rows: SealedRow[] }>(
    `SELECT feeds.calendar_id, room.name, feeds.url_sealed, feeds.url_key_id
     FROM feeds JOIN calendars calendar ON calendar.id = feeds.calendar_id
     JOIN principals room ON room.id = calendar.principal_id
     WHERE feeds.url_key_id <> :currentKeyId AND feeds.calendar_id > :after
     ORDER BY feeds.calendar_id LIMIT :limit
     FOR UPDATE OF feeds`,
    { currentKeyId, after, limit: ROWS_AT_ONCE },
  );
  return rows;
}

async function reseal(transaction: Knex, urls: FeedUrls, row: SealedRow, rotation: Rotation): Promise<void> {
  try {
    const { sealed, keyId } = urls.seal(urls.open(row.url_sealed, row.url_key_id));
    await transaction('feeds')
      .where('calendar_id', row.calendar_id)
      .update({ url_sealed: sealed, url_key_id: keyId });
    rotation.resealed += 1;
  } catch (error) {
    if (!(error instanceof UnopenableError)) throw error;
    rotation.unopenable.push({ room: row.name, why: error.code });
  }
}
