import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Instant } from '../../../domain/time/instant.ts';
import type { DisabledReason } from '../../../domain/webhooks/verdict.ts';
import type { Notice } from '../../../workflows/delivery/messages.ts';
import { appendToOutbox } from '../outbox.ts';

/**
 * Sends no more to an endpoint, and writes to the outbox that somebody is told by mail: whom the endpoint names, or else
 * the tenant's mailbox. Of several who do so at once one writes it.
 */
export async function disableEndpoint(
  trx: Knex.Transaction,
  id: string,
  { reason, atMs }: { reason: DisabledReason; atMs: Instant },
): Promise<void> {
  const at = new Date(atMs);
  const [endpoint] = await trx('webhook_endpoints')
    .where({ id, enabled: true })
    .update({ enabled: false, disabled_reason: reason, disabled_at: at, updated_at: trx.fn.now() })
    .returning(['tenant_id', 'url', 'contact_email', 'failing_since']);
  if (!endpoint) return;
  const tenant = await trx('tenants').where({ id: endpoint.tenant_id }).first('organizer_email');
  const notice = {
    id: randomUUID(),
    tenant_id: endpoint.tenant_id,
    kind: 'endpoint-disabled',
    address: endpoint.contact_email ?? tenant!.organizer_email,
    endpoint_id: id,
    host: new URL(endpoint.url).host,
    problem: reason,
    since: endpoint.failing_since ?? at,
    created_at: at,
  };
  await trx('notices').insert(notice);
  const event: Notice = { type: 'notice', key: `notice/${notice.id}`, noticeId: notice.id, atMs };
  await appendToOutbox(trx, endpoint.tenant_id, [{ uid: `webhook:${id}`, event }]);
}
