import type { Knex } from 'knex';
import type {
  PendingWebhook,
  WebhookOutcome,
  WebhookRun,
  WebhookStore,
} from '../../../activities/webhooks/ports.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import type { WebhookSecrets } from '../../secrets/webhook-secrets.ts';
import { disableEndpoint } from './disable.ts';

/** The deliveries of webhooks in PostgreSQL, for the activities of their workflows. */
export const createWebhookStore = (database: Knex, secrets: WebhookSecrets): WebhookStore => ({
  pending: (run) => pendingWebhook(database, secrets, run),
  record: (run, outcome) => database.transaction((trx) => record(trx, run, outcome)),
});

interface PendingRow {
  endpointId: string;
  enabled: boolean;
  failingSince: Date | null;
  attempts: number;
  url: string;
  sealed: Buffer;
  keyId: string;
  previousSealed: Buffer | null;
  previousKeyId: string | null;
  eventId: string;
  type: string;
  at: Date;
  data: object;
}

async function pendingWebhook(
  database: Knex,
  secrets: WebhookSecrets,
  { deliveryId, run }: WebhookRun,
): Promise<PendingWebhook | null> {
  const { rows } = await database.raw<{ rows: PendingRow[] }>(
    `SELECT endpoint.id AS "endpointId", endpoint.enabled, endpoint.failing_since AS "failingSince", delivery.attempts,
            endpoint.url, endpoint.secret_sealed AS sealed, endpoint.secret_key_id AS "keyId",
            CASE WHEN endpoint.previous_until > now() THEN endpoint.previous_sealed END AS "previousSealed",
            endpoint.previous_key_id AS "previousKeyId", event.id AS "eventId", event.type, event.at, event.data
       FROM webhook_deliveries delivery
       JOIN webhook_endpoints endpoint ON endpoint.id = delivery.endpoint_id
       JOIN webhook_events event ON event.id = delivery.event_id
      WHERE delivery.id = :deliveryId AND delivery.run = :run AND delivery.state = 'pending'`,
    { deliveryId, run },
  );
  const [row] = rows;
  if (!row) return null;
  const { previousSealed, previousKeyId } = row;
  return {
    endpointId: row.endpointId,
    enabled: row.enabled,
    failingSinceMs: row.failingSince?.getTime() ?? null,
    attempts: row.attempts,
    request: {
      url: row.url,
      id: row.eventId,
      body: JSON.stringify({ type: row.type, timestamp: row.at.toISOString(), data: row.data }),
      secrets: [
        secrets.open(row.sealed, row.keyId),
        ...(previousSealed && previousKeyId ? [secrets.open(previousSealed, previousKeyId)] : []),
      ],
    },
  };
}

async function record(
  trx: Knex.Transaction,
  { deliveryId, run }: WebhookRun,
  { atMs, tookMs, httpStatus, problem, state, disable }: WebhookOutcome,
): Promise<void> {
  const at = new Date(atMs);
  const [delivery] = await trx('webhook_deliveries')
    .where({ id: deliveryId })
    .forUpdate()
    .select('tenant_id', 'endpoint_id');
  // Deleted meanwhile, with its endpoint.
  if (!delivery) return;
  await trx('webhook_attempts').insert({
    ...{ tenant_id: delivery.tenant_id, delivery_id: deliveryId, run },
    ...{ at, took_ms: tookMs, http_status: httpStatus, problem },
  });
  // An attempt that was thought dead, or of an earlier run, does not say how the delivery stands.
  await trx('webhook_deliveries')
    .where({ id: deliveryId, run, state: 'pending' })
    .update({
      attempts: trx.raw('attempts + 1'),
      state,
      settled_at: state === 'pending' ? null : trx.fn.now(),
    });
  await (problem === null
    ? noteTaken(trx, delivery.endpoint_id, atMs)
    : noteFailure(trx, delivery.endpoint_id, at));
  if (disable !== null) await disableEndpoint(trx, delivery.endpoint_id, { reason: disable, atMs });
}

const noteTaken = (trx: Knex.Transaction, id: string, atMs: Instant) =>
  trx('webhook_endpoints')
    .where({ id })
    .update({ failing_since: null, delivered_at: new Date(atMs) });

/** Only the first of them is written down. */
const noteFailure = (trx: Knex.Transaction, id: string, at: Date) =>
  trx('webhook_endpoints').where({ id }).whereNull('failing_since').update({ failing_since: at });
