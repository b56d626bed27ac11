import { createHash, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { InboundStore } from '../../../activities/inbound/ports.ts';
import type { Sealer } from '../../secrets/sealing.ts';
import { inBatches } from '../in-batches.ts';
import { packBytes } from '../packed-bytes.ts';
import { decidedAs, type DecisionRow } from './decision-row.ts';

type Received = Parameters<InboundStore['receive']>[0];
type Receipt = Awaited<ReturnType<InboundStore['receive']>>;

/** A larger message goes alone: several of them in one statement would only fill the memory. */
const LARGE_BYTES = 256 * 1024;

/** Stores messages whole, or finds them where they came before; those that come at the same time in one statement. */
export function createReceiver(database: Knex, sealer: Sealer): InboundStore['receive'] {
  const together = inBatches((messages: Received[]) =>
    storeOrFind(
      database,
      messages.map((message) => ({ message, sealed: sealer.seal(message.raw), sha256: sha256Of(message) })),
    ),
  );
  const alone = async (message: Received): Promise<Receipt | null> => {
    // One step after the other, so that what else there is to do has its turn between them.
    const sha256 = sha256Of(message);
    await setImmediate();
    const sealed = sealer.seal(message.raw);
    await setImmediate();
    return (await storeOrFind(database, [{ message, sealed, sha256 }]))[0] ?? null;
  };
  const once = (message: Received): Promise<Receipt | null> =>
    message.raw.length > LARGE_BYTES ? alone(message) : together(message);
  // Nothing comes back when the same message came through another door at this very moment: then it is there now.
  return async (message) => (await once(message)) ?? (await once(message)) ?? lost();
}

const sha256Of = ({ raw }: Received): string => createHash('sha256').update(raw).digest('hex');

/** A message with what is stored of it. */
interface Prepared {
  message: Received;
  sealed: Buffer;
  /** In hexadecimal digits. */
  sha256: string;
}

function lost(): never {
  throw new Error('a message was neither stored nor found');
}

interface Row extends DecisionRow {
  asked: string;
  id: string;
}

/**
 * One statement, since it runs for every message. What one tenant hands in says nothing to another: a door that knows
 * its tenant keeps its messages apart. It also finds what was about a meeting of this tenant, and the common door what
 * a tenant handed in about a meeting of its own.
 */
async function storeOrFind(database: Knex, prepared: readonly Prepared[]): Promise<(Receipt | null)[]> {
  const { bytes, spans } = packBytes(prepared.map(({ sealed }) => sealed));
  const entries = prepared.map((one, index) => ({ ...entryOf(one), ...spans[index] }));
  const { rows } = await database.raw<{ rows: Row[] }>(
    `WITH arriving AS (
       SELECT * FROM jsonb_to_recordset(CAST(:entries AS jsonb)) AS entry (
         id uuid, raw_id uuid, dedupe_key text, tenant_id uuid, door text, envelope_from text,
         envelope_to text[], session jsonb, size int, at timestamptz, sha256 text, start int, length int)
     ), seen AS (
       SELECT arriving.id AS asked, message.*
         FROM arriving CROSS JOIN LATERAL (
           SELECT id, decision, reason, uid FROM imip_messages
            WHERE dedupe_key = arriving.dedupe_key
              AND (arrived_for IS NOT DISTINCT FROM arriving.tenant_id
                   OR arrived_for IS NULL AND tenant_id = arriving.tenant_id
                   OR arriving.tenant_id IS NULL AND tenant_id IS NOT NULL)
            ORDER BY arrived_for IS NOT DISTINCT FROM arriving.tenant_id DESC
            LIMIT 1
         ) message
     ), fresh AS (
       SELECT * FROM arriving WHERE NOT EXISTS (SELECT FROM seen WHERE seen.asked = arriving.id)
     ), raw AS (
       INSERT INTO raw_messages (id, sha256, size, sealed)
       SELECT raw_id, decode(sha256, 'hex'), size, substring(CAST(:sealed AS bytea) FROM start FOR length) FROM fresh
     ), stored AS (
       INSERT INTO imip_messages
         (id, arrived_for, dedupe_key, door, envelope_from, envelope_to, session, raw_id, received_at, attempts,
          attempt_began_at)
       -- The first attempt to decide it begins now.
       SELECT id, tenant_id, dedupe_key, door, envelope_from, envelope_to, session, raw_id, at, 1, now()
         FROM fresh
       ON CONFLICT (dedupe_key, arrived_for) DO NOTHING
       RETURNING id
     )
     SELECT asked, id, decision, reason, uid FROM seen
     UNION ALL SELECT id, id, NULL, NULL, NULL FROM stored`,
    { entries: JSON.stringify(entries), sealed: bytes },
  );
  return entries.map(({ id }) =>
    receiptOf(
      id,
      rows.find((row) => row.asked === id),
    ),
  );
}

const entryOf = ({ message, sha256 }: Prepared) => ({
  id: randomUUID(),
  raw_id: randomUUID(),
  dedupe_key: message.dedupeKey,
  tenant_id: message.tenantId,
  door: message.door,
  envelope_from: message.envelope.from,
  envelope_to: message.envelope.to,
  session: message.session ?? null,
  size: message.raw.length,
  at: new Date(message.atMs),
  sha256,
});

function receiptOf(asked: string, row: Row | undefined): Receipt | null {
  if (!row) return null;
  return { id: row.id, isNew: row.id === asked, earlier: decidedAs(row) };
}
