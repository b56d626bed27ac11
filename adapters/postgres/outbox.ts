import type { Knex } from 'knex';
import type { Outbox, PendingEvent } from '../../activities/ports.ts';

const pendingEvents = (database: Knex) =>
  database('outbox')
    .whereNull('delivered_at')
    .whereNull('gave_up_at')
    .select<PendingEvent[]>('id', 'uid', 'event');

/** Events on their way to the workflows, in PostgreSQL. */
export const createOutbox = (database: Knex): Outbox => ({
  async pendingEvent(eventKey) {
    const [event] = await pendingEvents(database).where({ event_key: eventKey });
    return event ?? null;
  },
  async pendingBefore(beforeMs, limit) {
    return pendingEvents(database).where('created_at', '<', new Date(beforeMs)).orderBy('id').limit(limit);
  },
  async delivered(id) {
    await database('outbox').where({ id }).update({ delivered_at: database.fn.now() });
  },
  async gaveUp(id) {
    await database('outbox').where({ id }).update({ gave_up_at: database.fn.now() });
  },
});

/** UIDs of meetings with messages that were prepared before the given time and that nobody has tried to send. */
export async function meetingsWithUnsentMessages(database: Knex, beforeMs: number): Promise<string[]> {
  const rows = await database('outgoing_messages')
    .where({ state: 'prepared', attempts: 0 })
    .where('prepared_at', '<', new Date(beforeMs))
    .distinct<{ uid: string }[]>('uid')
    .limit(100);
  return rows.map((row) => row.uid);
}
