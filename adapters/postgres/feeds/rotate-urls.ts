import type { Knex } from 'knex';
import type { FeedUrls } from '../../../activities/feed/fetching.ts';
import { UnopenableError } from '../../secrets/key-ring.ts';

const ROWS_AT_ONCE = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface SealedRow {
  id: string;
  name: string;
  sealed: Buffer;
  keyId: string;
}

/** A table with sealed addresses: what tells its rows apart, and where the names of those are that they belong to. */
interface Sealed {
  table: string;
  id: string;
  name: string;
  join: string;
}

const SEALED: readonly Sealed[] = [
  {
    table: 'feeds',
    id: 'calendar_id',
    name: 'room.name',
    join: `JOIN calendars calendar ON calendar.id = feeds.calendar_id
           JOIN principals room ON room.id = calendar.principal_id`,
  },
  { table: 'holiday_calendars', id: 'id', name: 'holiday_calendars.name', join: '' },
];

export interface Rotation {
  resealed: number;
  /** By the names of their rooms, or their own. */
  unopenable: { name: string; why: UnopenableError['code'] }[];
}

/**
 * Seals the addresses of all feeds and calendars of holidays with the current key. May be run again, and while Parley works: a row is locked while it is
 * sealed anew, so that no address which its owner sets meanwhile is lost.
 */
export async function rotateFeedUrls(
  database: Knex,
  urls: FeedUrls & { readonly currentKeyId: string },
): Promise<Rotation> {
  const rotation: Rotation = { resealed: 0, unopenable: [] };
  for (const sealed of SEALED) await rotateTable(database, urls, sealed, rotation);
  return rotation;
}

async function rotateTable(
  database: Knex,
  urls: FeedUrls & { readonly currentKeyId: string },
  of: Sealed,
  rotation: Rotation,
): Promise<void> {
  let after: string | undefined = BEFORE_ALL;
  while (after !== undefined) {
    const from: string = after;
    after = await database.transaction(async (transaction) => {
      const rows = await lockRows(transaction, of, { currentKeyId: urls.currentKeyId, after: from });
      for (const row of rows) await reseal(transaction, urls, { of, row }, rotation);
      return rows.at(-1)?.id;
    });
  }
}

/** Goes on behind the last row, since those that cannot be opened stay as they are. */
async function lockRows(
  transaction: Knex,
  { table, id, name, join }: Sealed,
  from: { currentKeyId: string; after: string },
): Promise<SealedRow[]> {
  const { rows } = await transaction.raw<{ rows: SealedRow[] }>(
    `SELECT ${table}.${id} AS id, ${name} AS name, ${table}.url_sealed AS sealed, ${table}.url_key_id AS "keyId"
       FROM ${table} ${join}
      WHERE ${table}.url_key_id <> :currentKeyId AND ${table}.${id} > :after
      ORDER BY ${table}.${id} LIMIT :limit
        FOR UPDATE OF ${table}`,
    { ...from, limit: ROWS_AT_ONCE },
  );
  return rows;
}

async function reseal(
  transaction: Knex,
  urls: FeedUrls,
  { of, row }: { of: Sealed; row: SealedRow },
  rotation: Rotation,
): Promise<void> {
  try {
    const { sealed, keyId } = urls.seal(urls.open(row.sealed, row.keyId));
    await transaction(of.table).where(of.id, row.id).update({ url_sealed: sealed, url_key_id: keyId });
    rotation.resealed += 1;
  } catch (error) {
    if (!(error instanceof UnopenableError)) throw error;
    rotation.unopenable.push({ name: row.name, why: error.code });
  }
}
