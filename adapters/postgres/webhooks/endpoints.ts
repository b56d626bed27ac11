import type { Knex } from 'knex';
import type { WebhookEventType } from '../../../domain/webhooks/event-types.ts';
import type { DisabledReason } from '../../../domain/webhooks/verdict.ts';

/** Where a tenant's backend is told of events. Its secret is not among this. */
export interface WebhookEndpoint {
  id: string;
  tenantId: string;
  url: string;
  description: string;
  /** Null: all. */
  eventTypes: WebhookEventType[] | null;
  /** Who is told by mail when it is disabled; null: the tenant's mailbox. */
  contactEmail: string | null;
  enabled: boolean;
  disabledReason: 'asked' | DisabledReason | null;
  disabledAt: Date | null;
  /** Since when it has taken nothing; null: it took the newest, or was sent nothing yet. */
  failingSince: Date | null;
  deliveredAt: Date | null;
  /** Until when the secret before the newest signs, too. */
  previousSecretUntil: Date | null;
  createdAt: Date;
}

/** What the backend says of it. */
export type EndpointSettings = Pick<WebhookEndpoint, 'url' | 'description' | 'eventTypes' | 'contactEmail'>;

/** What is left out stays. */
export type EndpointChanges = { [K in keyof EndpointSettings]?: EndpointSettings[K] | undefined } & {
  enabled?: boolean | undefined;
};

export interface SealedSecret {
  sealed: Buffer;
  keyId: string;
}

const COLUMNS = {
  id: 'id',
  tenantId: 'tenant_id',
  url: 'url',
  description: 'description',
  eventTypes: 'event_types',
  contactEmail: 'contact_email',
  enabled: 'enabled',
  disabledReason: 'disabled_reason',
  disabledAt: 'disabled_at',
  failingSince: 'failing_since',
  deliveredAt: 'delivered_at',
  previousSecretUntil: 'previous_until',
  createdAt: 'created_at',
} as const;

/** @returns null also when it is another tenant's */
export const endpointById = async (
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<WebhookEndpoint | null> =>
  (await knex('webhook_endpoints').where({ tenant_id: tenantId, id }).first<WebhookEndpoint>(COLUMNS)) ??
  null;

/** All of a tenant, in the order in which they were made. */
export const endpointsOf = (knex: Knex, tenantId: string): Promise<WebhookEndpoint[]> =>
  knex('webhook_endpoints')
    .where({ tenant_id: tenantId })
    .orderBy(['created_at', 'id'])
    .select<WebhookEndpoint[]>(COLUMNS);

/** @returns false when the tenant has as many as it may; the same id again changes nothing */
export async function insertEndpoint(
  knex: Knex,
  endpoint: EndpointSettings & { id: string; tenantId: string },
  { sealed, keyId }: SealedSecret,
  most: number,
): Promise<boolean> {
  return knex.transaction(async (trx) => {
    // Of several at the same moment each counts those before it.
    await trx('tenants').where({ id: endpoint.tenantId }).forUpdate().select('id');
    const row = await trx('webhook_endpoints')
      .where({ tenant_id: endpoint.tenantId })
      .count({ count: '*' })
      .first();
    if (Number(row?.count ?? 0) >= most) return false;
    await trx('webhook_endpoints').insert({
      id: endpoint.id,
      tenant_id: endpoint.tenantId,
      url: endpoint.url,
      description: endpoint.description,
      event_types: endpoint.eventTypes,
      contact_email: endpoint.contactEmail,
      secret_sealed: sealed,
      secret_key_id: keyId,
    });
    return true;
  });
}

/** What is left out stays. Enabled again, it begins anew. */
export async function updateEndpoint(
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
  { enabled, ...settings }: EndpointChanges,
): Promise<void> {
  const { url, description, eventTypes, contactEmail } = settings;
  await knex('webhook_endpoints')
    .where({ tenant_id: tenantId, id })
    .update({
      ...(url !== undefined && { url }),
      ...(description !== undefined && { description }),
      ...(eventTypes !== undefined && { event_types: eventTypes }),
      ...(contactEmail !== undefined && { contact_email: contactEmail }),
      ...(enabled === true && { enabled, disabled_reason: null, disabled_at: null, failing_since: null }),
      updated_at: knex.fn.now(),
    });
  if (enabled === false) {
    await knex('webhook_endpoints')
      .where({ tenant_id: tenantId, id, enabled: true })
      .update({ enabled, disabled_reason: 'asked', disabled_at: knex.fn.now() });
  }
}

/** With its deliveries. */
export const deleteEndpoint = async (
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<void> => void (await knex('webhook_endpoints').where({ tenant_id: tenantId, id }).delete());

/** The secret that it had signs, too, for so long; while an earlier one does, that one stays. */
export async function replaceSecret(
  knex: Knex,
  { tenantId, id }: { tenantId: string; id: string },
  { sealed, keyId }: SealedSecret,
  previousUntil: Date,
): Promise<WebhookEndpoint> {
  const kept = (column: string, otherwise: string) =>
    knex.raw(`CASE WHEN previous_until > now() THEN ${column} ELSE ${otherwise} END`);
  const [endpoint] = await knex('webhook_endpoints')
    .where({ tenant_id: tenantId, id })
    .update({
      previous_sealed: kept('previous_sealed', 'secret_sealed'),
      previous_key_id: kept('previous_key_id', 'secret_key_id'),
      previous_until: previousUntil,
      secret_sealed: sealed,
      secret_key_id: keyId,
      updated_at: knex.fn.now(),
    })
    .returning('id');
  const after = endpoint && (await endpointById(knex, { tenantId, id }));
  if (!after) throw new Error('the endpoint is not in this database');
  return after;
}
