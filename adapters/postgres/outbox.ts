import type { Knex } from 'knex';
import type { Outbox, PendingEvent } from '../../activities/inbound-ports.ts';
import { inBatches } from './in-batches.ts';

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
