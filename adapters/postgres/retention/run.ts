import type { Knex } from 'knex';
import type { Retention } from '../../../config/index.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { RETENTION_RULES } from './rules.ts';

const DAY_MS = 24 * 3_600_000;

export interface RetentionOptions {
  retention: Retention;
  /** Rows of one statement. */
  batch?: number;
  /** Statements of one kind in one run: what is left waits for the next. */
  mostBatches?: number;
  /** Hears how many of a kind were removed. */
  onRemoved?: (what: string, count: number) => void;
}

const LOCK = `hashtextextended('parley retention', 0)`;

/**
 * Removes what has been kept for long enough, in small statements. Of several processes that do so at once one works.
 *
 * @param database with the role `parley_retention`, and one connection: that holds the lock
 * @returns how many of each kind were removed; null: another process is at it
 */
export async function removeOld(
  database: Knex,
  nowMs: Instant,
  options: RetentionOptions,
  signal?: AbortSignal,
): Promise<Record<string, number> | null> {
  const { rows } = await database.raw<{ rows: { mine: boolean }[] }>(
    `SELECT pg_try_advisory_lock(${LOCK}) AS mine`,
  );
  if (!rows[0]?.mine) return null;
  try {
    return await removeAll(database, nowMs, options, signal);
  } finally {
    await database.raw(`SELECT pg_advisory_unlock(${LOCK})`);
  }
}

async function removeAll(
  database: Knex,
  nowMs: Instant,
  { retention, batch = 500, mostBatches = 200, onRemoved }: RetentionOptions,
  signal?: AbortSignal,
): Promise<Record<string, number>> {
  const removed: Record<string, number> = {};
  for (const { what, days, sql } of RETENTION_RULES) {
    if (retention[days] === 0) continue;
    const before = new Date(nowMs - retention[days] * DAY_MS);
    for (let round = 0; round < mostBatches && !signal?.aborted; round += 1) {
      const { rows } = await database.raw<{ rows: unknown[] }>(sql, { before, batch });
      removed[what] = (removed[what] ?? 0) + rows.length;
      if (rows.length > 0) onRemoved?.(what, rows.length);
      if (rows.length < batch) break;
    }
  }
  return removed;
}
