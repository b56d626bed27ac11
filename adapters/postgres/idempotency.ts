import type { Knex } from 'knex';

/** A request that died in flight frees its key after so long; one that lives renews its lock. */
export const LOCK_SECONDS = 10;
/** A key is remembered for so long. */
const KEPT_HOURS = 24;

export interface KeyedRequest {
  /** Whose key it is: a tenant, or the holder of a link. */
  scope: string;
  key: string;
  requestHash: Buffer;
}

export interface StoredAnswer {
  status: number;
  type: string;
  /** The body as it was sent, so that a repeat is the same to the byte. */
  text: string;
}

export type Claim =
  /** The request is ours to execute; `lock` names this execution. */
  | { kind: 'execute'; lock: string }
  | { kind: 'repeat'; answer: StoredAnswer }
  | { kind: 'in-flight' }
  /** The key was used with another request. */
  | { kind: 'reused' };

/** Takes a key for one execution, or tells what became of the request that had it first. */
export async function claimKey(knex: Knex, request: KeyedRequest): Promise<Claim> {
  const { rows } = await knex.raw<{ rows: { lock: string }[] }>(
    `INSERT INTO idempotency_keys AS held (scope, key, request_hash, locked_until)
     VALUES (:scope, :key, :requestHash, clock_timestamp() + :lock * interval '1 second')
     ON CONFLICT (scope, key) DO UPDATE
       SET request_hash = excluded.request_hash, locked_until = excluded.locked_until,
           status = NULL, answer = NULL, created_at = now()
       WHERE held.created_at < now() - :kept * interval '1 hour'
          OR (held.status IS NULL AND held.locked_until < now() AND held.request_hash = excluded.request_hash)
     RETURNING locked_until::text AS lock`,
    { ...request, lock: LOCK_SECONDS, kept: KEPT_HOURS },
  );
  if (rows[0]) return { kind: 'execute', lock: rows[0].lock };
  return heldKey(knex, request);
}

async function heldKey(knex: Knex, request: KeyedRequest): Promise<Claim> {
  const held = await knex('idempotency_keys')
    .where({ scope: request.scope, key: request.key })
    .first('request_hash', 'status', 'answer');
  // Freed between the two statements: the caller asks again.
  if (!held) return { kind: 'in-flight' };
  if (!held.request_hash.equals(request.requestHash)) return { kind: 'reused' };
  if (held.status === null || held.answer === null) return { kind: 'in-flight' };
  return {
    kind: 'repeat',
    answer: { status: held.status, ...(held.answer as { type: string; text: string }) },
  };
}

/**
 * Holds a key for longer, while its request is being executed.
 *
 * @returns the lock from now on; null when the key has been taken over or answered
 */
export async function renewLock(knex: Knex, request: KeyedRequest, lock: string): Promise<string | null> {
  const { rows } = await knex.raw<{ rows: { lock: string }[] }>(
    `UPDATE idempotency_keys SET locked_until = clock_timestamp() + :seconds * interval '1 second'
     WHERE scope = :scope AND key = :key AND status IS NULL AND locked_until = :lock::timestamptz
     RETURNING locked_until::text AS lock`,
    { scope: request.scope, key: request.key, lock, seconds: LOCK_SECONDS },
  );
  return rows[0]?.lock ?? null;
}

/** Keeps the answer; the first execution that ends wins, should a slow one have lost its lock meanwhile. */
export async function keepAnswer(knex: Knex, request: KeyedRequest, answer: StoredAnswer): Promise<void> {
  await knex('idempotency_keys')
    .where({ scope: request.scope, key: request.key, request_hash: request.requestHash })
    .whereNull('status')
    .update({ status: answer.status, answer: { type: answer.type, text: answer.text } });
}

/** Frees a key whose request came to nothing, so that it can be tried again at once. */
export async function freeKey(knex: Knex, request: KeyedRequest, lock: string): Promise<void> {
  await knex('idempotency_keys')
    .where({ scope: request.scope, key: request.key })
    .whereNull('status')
    .whereRaw('locked_until = ?::timestamptz', [lock])
    .delete();
}

/** Forgets keys of more than a day ago. @returns how many */
export const forgetOldKeys = (knex: Knex): Promise<number> =>
  knex('idempotency_keys').whereRaw(`created_at < now() - ? * interval '1 hour'`, [KEPT_HOURS]).delete();
