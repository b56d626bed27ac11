import type { Knex } from 'knex';
import type { Clock } from '../activities/clock.ts';
import { letGoSilent } from '../adapters/postgres/presence.ts';

/** Pages say every fifteen seconds that somebody is still inside: three that did not come are enough. */
export const SILENT_AFTER_MS = 45_000;

/**
 * Takes those for gone of whose pages nothing is heard any more. As long as it does not watch that long itself, it
 * cannot tell silence from having been away.
 *
 * @returns looks once
 */
export function presenceWatch(database: Knex, clock: Clock): () => Promise<void> {
  const sinceMs = clock.nowMs();
  return async () => {
    const nowMs = clock.nowMs();
    if (nowMs - sinceMs >= SILENT_AFTER_MS) await letGoSilent(database, nowMs - SILENT_AFTER_MS, nowMs);
  };
}
