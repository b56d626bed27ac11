import type { Knex } from 'knex';
import { CAME_TO_TENANT } from './of-tenant.ts';

/** What waits, or needs somebody: how much, and for how long the oldest of it. */
export const WAITING = [
  'outgoing-waiting',
  'outgoing-deferred',
  'outgoing-failed',
  'incoming-undecided',
  'incoming-held',
  'incoming-poison',
  'events-waiting',
  'feeds-failing',
  'webhooks-waiting',
  'webhooks-failing',
] as const;
export type Waiting = (typeof WAITING)[number];

export interface WaitingWork {
  what: Waiting;
  count: number;
  /** Null: there is none. */
  oldestAt: Date | null;
}

const OF = (alias: string) => `(CAST(:tenantId AS uuid) IS NULL OR ${alias}.tenant_id = :tenantId)`;

/** Of what failed for good only what is not older is counted: it stays in the database for much longer. */
const FAILED_WITHIN = `interval '30 days'`;

const PARTS: Record<Waiting, string> = {
  'outgoing-waiting': `SELECT prepared_at AS at FROM outgoing_messages message WHERE state = 'prepared' AND ${OF('message')}`,
  'outgoing-deferred': `SELECT prepared_at AS at FROM outgoing_messages message WHERE state = 'deferred' AND ${OF('message')}`,
  'outgoing-failed': `SELECT prepared_at AS at FROM outgoing_messages message
    WHERE state = 'failed' AND prepared_at > now() - ${FAILED_WITHIN} AND ${OF('message')}`,
  'incoming-undecided': `SELECT received_at AS at FROM imip_messages message WHERE decision IS NULL AND ${CAME_TO_TENANT}`,
  'incoming-held': `SELECT received_at AS at FROM imip_messages message
    WHERE decision = 'confirm' AND received_at > now() - ${FAILED_WITHIN} AND ${CAME_TO_TENANT}`,
  'incoming-poison': `SELECT received_at AS at FROM imip_messages message
    WHERE decision = 'failed' AND received_at > now() - ${FAILED_WITHIN} AND ${CAME_TO_TENANT}`,
  'events-waiting': `SELECT created_at AS at FROM outbox event
    WHERE delivered_at IS NULL AND gave_up_at IS NULL AND ${OF('event')}`,
  'feeds-failing': `SELECT failing_since AS at FROM feeds feed
    WHERE enabled AND url_masked IS NOT NULL AND last_result = 'failed' AND ${OF('feed')}`,
  'webhooks-waiting': `SELECT created_at AS at FROM webhook_deliveries delivery WHERE state = 'pending' AND ${OF('delivery')}`,
  'webhooks-failing': `SELECT coalesce(failing_since, disabled_at) AS at FROM webhook_endpoints endpoint
    WHERE (disabled_reason IN ('gone', 'failing') OR (enabled AND failing_since IS NOT NULL)) AND ${OF('endpoint')}`,
};

/** All of it, in the order of `WAITING`. @param tenantId null: of all tenants */
export async function waitingWork(knex: Knex, tenantId: string | null): Promise<WaitingWork[]> {
  const { rows } = await knex.raw<{ rows: WaitingWork[] }>(
    WAITING.map(
      (what) =>
        `SELECT '${what}' AS what, count(*) AS count, min(at) AS "oldestAt" FROM (${PARTS[what]}) part`,
    ).join(' UNION ALL '),
    { tenantId },
  );
  return WAITING.map((what) => rows.find((row) => row.what === what) ?? { what, count: 0, oldestAt: null });
}
