import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { InboundStore } from '../../../activities/ports.ts';
import type { Understanding, Understood } from '../../../activities/understanding/decision.ts';
import type { Sealer } from '../../secrets/sealing.ts';

type Received = Parameters<InboundStore['receive']>[0];

/** Stores a message whole, or finds it where it came before. */
export async function receive(
  database: Knex,
  sealer: Sealer,
  message: Received,
): Promise<{ id: string; earlier: Understanding | null }> {
  const { dedupeKey, tenantId } = message;
  const seen = await seenBefore(database, dedupeKey, tenantId);
  if (seen) return seen;
  const id = randomUUID();
  if (await insertMessage(database, sealer, id, message)) return { id, earlier: null };
  return (await seenBefore(database, dedupeKey, tenantId)) ?? { id, earlier: null };
}

/** @returns false when the same message came through another door in the meantime */
async function insertMessage(
  database: Knex,
  sealer: Sealer,
  id: string,
  message: Received,
): Promise<boolean> {
  const raw = {
    id: randomUUID(),
    sha256: createHash('sha256').update(message.raw).digest(),
    size: message.raw.length,
    sealed: sealer.seal(message.raw),
  };
  const inserted = await database('imip_messages')
    .with('raw', database('raw_messages').insert(raw))
    .insert({
      id,
      arrived_for: message.tenantId,
      dedupe_key: tenantsKey(message.dedupeKey, message.tenantId),
      door: message.door,
      envelope_from: message.envelope.from,
      envelope_to: message.envelope.to,
      session: message.session ? JSON.stringify(message.session) : null,
      raw_id: raw.id,
      received_at: new Date(message.atMs),
    })
    .onConflict('dedupe_key')
    .ignore()
    .returning('id');
  return inserted.length > 0;
}

/** A door that knows its tenant keeps its messages apart: what one tenant hands in says nothing to another. */
const tenantsKey = (dedupeKey: string, tenantId: string | null): string =>
  tenantId === null ? dedupeKey : `${dedupeKey} ${tenantId}`;

/**
 * The message as it came before, through the same door or another: a tenant's own door also finds what was about
 * a meeting of this tenant, and the common door what a tenant handed in about a meeting of its own.
 */
async function seenBefore(
  database: Knex,
  dedupeKey: string,
  tenantId: string | null,
): Promise<{ id: string; earlier: Understanding | null } | null> {
  const row: { id: string; decision: Understood | null; reason: string | null; uid: string | null } =
    await database('imip_messages')
      .where({ dedupe_key: tenantsKey(dedupeKey, tenantId) })
      .orWhere((other) => {
        if (tenantId !== null) return void other.where({ dedupe_key: dedupeKey, tenant_id: tenantId });
        const ofTenants = database('tenants').select(database.raw(`? || ' ' || id`, [dedupeKey]));
        void other.whereIn('dedupe_key', ofTenants).whereNotNull('tenant_id');
      })
      .first('id', 'decision', 'reason', 'uid');
  if (!row) return null;
  return {
    id: row.id,
    earlier: row.decision === null ? null : { understood: row.decision, reason: row.reason, uid: row.uid },
  };
}
