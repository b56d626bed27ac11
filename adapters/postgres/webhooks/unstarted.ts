import type { Knex } from 'knex';
import type { UnstartedWebhooks } from '../../../activities/webhooks/relay.ts';

/** Deliveries whose workflow nobody has started yet. */
export const createUnstartedWebhooks = (database: Knex): UnstartedWebhooks => ({
  oldest: (limit) =>
    database('webhook_deliveries')
      .whereNull('started_at')
      .orderBy('number')
      .limit(limit)
      .select({ deliveryId: 'id', run: 'run' }),
  async started(runs) {
    await database.raw(
      `UPDATE webhook_deliveries delivery SET started_at = now()
         FROM jsonb_to_recordset(CAST(:runs AS jsonb)) AS begun ("deliveryId" uuid, run int)
        WHERE delivery.id = begun."deliveryId" AND delivery.run = begun.run`,
      { runs: JSON.stringify(runs) },
    );
  },
});
