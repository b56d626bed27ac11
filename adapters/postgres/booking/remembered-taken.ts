import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import type { TakenTime } from '../../../domain/booking/offer.ts';
import { DAY_MS } from '../../../domain/time/calendar-days.ts';
import type { TimeRange } from '../../../domain/time/instant.ts';
import { KNOWN_FOR_MS, lookAtChanges, type Snapshot } from './changes.ts';
import { readTaken } from './taken.ts';

/** Of all principals together, some 200 bytes each. */
const MOST_BLOCKS = 200_000;

interface Read {
  snapshot: Snapshot;
  taken: TakenTime[];
}

/** Reads what takes the time of principals, as `readTaken` does. */
export type TakenReader = (
  knex: Knex,
  principalIds: readonly string[],
  range: TimeRange,
) => Promise<ReadonlyMap<string, TakenTime[]>>;

/**
 * Remembers what takes the time of each principal, so that a booking of one is no reason to read another again: of those who
 * were read before, it is asked whether anything changed. Ranges are widened to whole days.
 */
export function rememberTaken(): TakenReader {
  const known = new LRUCache<string, Read>({
    maxSize: MOST_BLOCKS,
    sizeCalculation: ({ taken }) => taken.length + 1,
    ttl: KNOWN_FOR_MS,
  });
  return async (knex, principalIds, { startMs, endMs }) => {
    const days = {
      startMs: Math.floor(startMs / DAY_MS) * DAY_MS,
      endMs: Math.ceil(endMs / DAY_MS) * DAY_MS,
    };
    const keyOf = (id: string): string => `${id}/${days.startMs}/${days.endMs}`;
    const before = principalIds.flatMap((id) => {
      const read = known.get(keyOf(id));
      return read ? [{ id, ...read }] : [];
    });
    const { snapshot, changed } = await lookAtChanges(knex, before);
    const found = new Map(before.filter(({ id }) => !changed.has(id)).map(({ id, taken }) => [id, taken]));
    const missing = principalIds.filter((id) => !found.has(id));
    const read = missing.length === 0 ? null : await readTaken(knex, missing, days);
    for (const id of missing) found.set(id, read?.get(id) ?? []);
    for (const [id, taken] of found) known.set(keyOf(id), { snapshot, taken });
    return found;
  };
}
