import type { Knex } from 'knex';
import type { Outbox, PendingEvent } from '../../activities/inbound/ports.ts';
import { inBatches } from './in-batches.ts';
import { inChunks } from './in-chunks.ts';
import { storableJson } from './storable.ts';

/** Events on their way to the workflows, in PostgreSQL. */
export function createOutbox(database: Knex): Outbox {
  const mark = (column: 'delivered_at' | 'gave_up_at') =>
    inBatches<string>(async (eventKeys) => {
      await database('outbox')
        .whereRaw('event_key = ANY(?)', [eventKeys])
        .update({ [column]: database.fn.now() });
      return eventKeys.map(() => undefined);
    });
  return {
    async pendingBefore(beforeMs, limit) {
      return database('outbox')
        .whereNull('delivered_at')
        .whereNull('gave_up_at')
        .where('created_at', '<', new Date(beforeMs))
        .orderBy('id')
        .limit(limit)
        .select<PendingEvent[]>('uid', 'event');
    },
    delivered: mark('delivered_at'),
    gaveUp: mark('gave_up_at'),
  };
}

/**
 * Writes to the outbox what has to be told, in the transaction of what it follows from. What stands there already, stays.
 *
 * @returns those that were not there
 */
export async function appendToOutbox(
  trx: Knex.Transaction,
  tenantId: string,
  pending: readonly PendingEvent[],
): Promise<PendingEvent[]> {
  return inChunks(pending, async (chunk) => {
    const rows = chunk.map(({ uid, event }) => ({ uid, event_key: event.key, event }));
    const { rows: added } = await trx.raw<{ rows: { key: string }[] }>(
      `INSERT INTO outbox (tenant_id, uid, event_key, event)
       SELECT CAST(:tenantId AS uuid), uid, event_key, event
         FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS entry (uid text, event_key text, event jsonb)
       ON CONFLICT (event_key) DO NOTHING
       RETURNING event_key AS key`,
      { tenantId, rows: storableJson(rows) },
    );
    const keys = new Set(added.map(({ key }) => key));
    return chunk.filter(({ event }) => keys.has(event.key));
  });
}

/** UIDs of meetings with messages that were prepared before the given time and that nobody has tried to send. */
export async function meetingsWithUnsentMessages(database: Knex, beforeMs: number): Promise<string[]> {
  const rows = await database('outgoing_messages')
    .where({ state: 'prepared', attempts: 0 })
    .where('prepared_at', '<', new Date(beforeMs))
    // A message that no meeting owns has a workflow that sends it.
    .whereNotNull('uid')
    .distinct<{ uid: string }[]>('uid')
    .limit(100);
  return rows.map((row) => row.uid);
}
