import type { Knex } from 'knex';

/** Which transactions a query saw, as PostgreSQL writes a `pg_snapshot`. */
export type Snapshot = string;

/** Somebody or something, as it was when it was read. */
export interface Seen {
  /** Of a principal, an event type or a schedule. */
  id: string;
  snapshot: Snapshot;
}

/** How long what was read may be asked about, in ms: what changed is known for longer than that. */
export const KNOWN_FOR_MS = 300_000;

/**
 * Of what was read, that of which something was committed since that decides when somebody can be booked. One query, of index look-ups.
 *
 * @param seen no longer ago than `KNOWN_FOR_MS`
 * @returns `snapshot`: what has not changed is as it was seen in this one, too
 */
export async function lookAtChanges(
  knex: Knex,
  seen: readonly Seen[],
): Promise<{ snapshot: Snapshot; changed: ReadonlySet<string> }> {
  const { rows } = await knex.raw<{ rows: [{ snapshot: Snapshot; changed: string[] }] }>(
    `SELECT CAST(pg_current_snapshot() AS text) AS snapshot,
            ARRAY(SELECT seen.id FROM unnest(CAST(:ids AS uuid[]), CAST(:snapshots AS pg_snapshot[])) AS seen (id, snapshot)
                   WHERE EXISTS (SELECT FROM availability_changes change
                                  WHERE change.whose = seen.id AND change.xid >= pg_snapshot_xmin(seen.snapshot)
                                    AND change.xid < pg_snapshot_xmax(pg_current_snapshot())
                                    AND NOT pg_visible_in_snapshot(change.xid, seen.snapshot))) AS changed`,
    { ids: seen.map(({ id }) => id), snapshots: seen.map(({ snapshot }) => snapshot) },
  );
  return { snapshot: rows[0].snapshot, changed: new Set(rows[0].changed) };
}

/**
 * Removes what nobody asks about any more: what a snapshot saw that is older than `KNOWN_FOR_MS`, and what came with a restored database,
 * whose transactions were counted elsewhere.
 */
export async function forgetChanges(knex: Knex, before: Snapshot): Promise<void> {
  await knex.raw(
    `DELETE FROM availability_changes
      WHERE pg_visible_in_snapshot(xid, CAST(:before AS pg_snapshot)) OR xid >= pg_snapshot_xmax(pg_current_snapshot())`,
    { before },
  );
}
