import type { Knex } from 'knex';
import type { WebhookProblem } from '../../../activities/webhooks/ports.ts';
import type { WebhookEventType } from '../../../domain/webhooks/event-types.ts';
import { storableJson } from '../storable.ts';

/** How an event reached an endpoint, or did not. */
export interface WebhookDelivery {
  id: string;
  tenantId: string;
  endpointId: string;
  /** The webhook-id. */
  eventId: string;
  type: WebhookEventType;
  state: 'pending' | 'delivered' | 'failed';
  run: number;
  createdAt: Date;
  settledAt: Date | null;
  /** The newest ones of all runs, oldest first. */
  attempts: {
    run: number;
    at: string;
    tookMs: number;
    httpStatus: number | null;
    problem: WebhookProblem | null;
  }[];
}

export interface DeliveryFilter {
  state?: WebhookDelivery['state'] | undefined;
  /** The id of the last one of the page before. */
  after?: string | undefined;
  limit: number;
}

/** So many are shown of one; three days have about forty. */
const MOST_ATTEMPTS = 100;

const DELIVERY = `
  delivery.id, delivery.tenant_id AS "tenantId", delivery.endpoint_id AS "endpointId", delivery.event_id AS "eventId", event.type,
  delivery.state, delivery.run, delivery.created_at AS "createdAt", delivery.settled_at AS "settledAt",
  coalesce((SELECT jsonb_agg(jsonb_build_object('run', attempt.run, 'at', attempt.at, 'tookMs', attempt.took_ms,
                                                'httpStatus', attempt.http_status, 'problem', attempt.problem) ORDER BY attempt.id)
              FROM (SELECT * FROM webhook_attempts WHERE delivery_id = delivery.id ORDER BY id DESC LIMIT ${MOST_ATTEMPTS}) attempt),
           '[]') AS attempts
  FROM webhook_deliveries delivery JOIN webhook_events event ON event.id = delivery.event_id`;

/** Those of an endpoint, the newest first. */
export async function deliveriesOf(
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
  { state, after, limit }: DeliveryFilter,
): Promise<WebhookDelivery[]> {
  const { rows } = await knex.raw<{ rows: WebhookDelivery[] }>(
    `SELECT ${DELIVERY}
      WHERE delivery.tenant_id = :tenantId AND delivery.endpoint_id = :id
        AND (CAST(:state AS text) IS NULL OR delivery.state = :state)
        AND (CAST(:after AS uuid) IS NULL
             OR delivery.number < (SELECT number FROM webhook_deliveries WHERE id = :after AND endpoint_id = :id))
      ORDER BY delivery.number DESC
      LIMIT :limit`,
    { tenantId, id, state: state ?? null, after: after ?? null, limit },
  );
  return rows;
}

/** @returns null also when it is another tenant's */
export async function deliveryById(
  knex: Knex,
  { tenantId, endpointId, id }: { tenantId: string; endpointId: string; id: string },
): Promise<WebhookDelivery | null> {
  const { rows } = await knex.raw<{ rows: WebhookDelivery[] }>(
    `SELECT ${DELIVERY} WHERE delivery.tenant_id = :tenantId AND delivery.endpoint_id = :endpointId AND delivery.id = :id`,
    { tenantId, endpointId, id },
  );
  return rows[0] ?? null;
}

/** Begins another run; one that is under way ends with its next attempt. A relay starts its workflow. */
export const beginAgain = async (knex: Knex, id: string): Promise<void> =>
  void (await knex('webhook_deliveries')
    .where({ id })
    .update({ run: knex.raw('run + 1'), attempts: 0, state: 'pending', settled_at: null, started_at: null }));

/** Writes an event for one endpoint alone, whatever it wants to hear of. The same id again is the same delivery. */
export async function insertEventFor(
  knex: Knex,
  { id, tenantId, endpointId }: { id: string; tenantId: string; endpointId: string },
  { type, at, data }: { type: WebhookEventType; at: Date; data: object },
): Promise<void> {
  await knex.raw(
    `WITH event AS (
       INSERT INTO webhook_events (id, tenant_id, type, at, data)
       VALUES (:id, :tenantId, :type, :at, CAST(:data AS jsonb))
       ON CONFLICT (id) DO NOTHING
       RETURNING *
     )
     INSERT INTO webhook_deliveries (id, tenant_id, endpoint_id, event_id)
     SELECT id, tenant_id, CAST(:endpointId AS uuid), id FROM event`,
    { id, tenantId, endpointId, type, at, data: storableJson(data) },
  );
}
