import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { InboundStore } from '../../../activities/ports.ts';
import type { Understanding, Understood } from '../../../activities/understanding/decision.ts';
import type { Sealer } from '../../secrets/sealing.ts';

type Received = Parameters<InboundStore['receive']>[0];
type Receipt = Awaited<ReturnType<InboundStore['receive']>>;

/** Stores a message whole, or finds it where it came before. */
export async function receive(database: Knex, sealer: Sealer, message: Received): Promise<Receipt> {
  const receipt = await storeOrFind(database, sealer, message);
  // Nothing comes back when the same message came through another door at this very moment: then it is there now.
  return receipt ?? (await storeOrFind(database, sealer, message)) ?? lost();
}

function lost(): never {
  throw new Error('a message was neither stored nor found');
}

interface Row extends Pick<Understanding, 'reason' | 'uid'> {
  id: string;
  isNew: boolean;
  decision: Understood | null;
}

/**
 * One statement, since it runs for every message. A tenant's own door also finds what was about a meeting of this
 * tenant, and the common door what a tenant handed in about a meeting of its own.
 */
async function storeOrFind(database: Knex, sealer: Sealer, message: Received): Promise<Receipt | null> {
  const { dedupeKey, envelope, raw, session, tenantId } = message;
  const { rows } = await database.raw<{ rows: Row[] }>(
    `WITH seen AS (
       SELECT id, decision, reason, uid FROM imip_messages
        WHERE dedupe_key = :tenantsKey ${tenantId === null ? SEEN_BY_A_TENANT : SEEN_BY_ALL}
        LIMIT 1
     ), raw AS (
       INSERT INTO raw_messages (id, sha256, size, sealed)
       SELECT CAST(:rawId AS uuid), :sha256, :size, :sealed WHERE NOT EXISTS (SELECT FROM seen)
       RETURNING id
     ), stored AS (
       INSERT INTO imip_messages
         (id, arrived_for, dedupe_key, door, envelope_from, envelope_to, session, raw_id, received_at)
       SELECT CAST(:id AS uuid), CAST(:tenantId AS uuid), :tenantsKey, :door, :envelopeFrom,
              CAST(:envelopeTo AS text[]), CAST(:session AS jsonb), id, CAST(:at AS timestamptz)
         FROM raw
       ON CONFLICT (dedupe_key) DO NOTHING
       RETURNING id
     )
     SELECT id, false AS "isNew", decision, reason, uid FROM seen
     UNION ALL SELECT id, true, NULL, NULL, NULL FROM stored`,
    {
      dedupeKey,
      tenantsKey: tenantId === null ? dedupeKey : `${dedupeKey} ${tenantId}`,
      tenantId,
      id: randomUUID(),
      rawId: randomUUID(),
      sha256: createHash('sha256').update(raw).digest(),
      size: raw.length,
      sealed: sealer.seal(raw),
      door: message.door,
      envelopeFrom: envelope.from,
      envelopeTo: envelope.to,
      session: session ? JSON.stringify(session) : null,
      at: new Date(message.atMs),
    },
  );
  const [row] = rows;
  if (!row) return null;
  const { id, isNew, decision, reason, uid } = row;
  return { id, isNew, earlier: decision === null ? null : { understood: decision, reason, uid } };
}

/** What one tenant hands in says nothing to another: a door that knows its tenant keeps its messages apart. */
const SEEN_BY_ALL = 'OR (dedupe_key = :dedupeKey AND tenant_id = CAST(:tenantId AS uuid))';
const SEEN_BY_A_TENANT = `OR (tenant_id IS NOT NULL
  AND dedupe_key IN (SELECT CAST(:dedupeKey AS text) || ' ' || id FROM tenants))`;
