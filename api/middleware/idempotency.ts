import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import {
  claimKey,
  forgetOldKeys,
  freeKey,
  keepAnswer,
  type KeyedRequest,
  type StoredAnswer,
} from '../../adapters/postgres/idempotency.ts';
import { uuidOf } from '../../domain/uuid.ts';
import type { ApiDeps } from '../deps.ts';
import type { Caller } from './authenticate.ts';
import type { RequestBody } from './body.ts';
import { holdKey } from './key-lease.ts';
import { idempotencyInFlight, idempotencyKeyReused, invalidIdempotencyKey } from './problems.ts';

/** About one in so many requests with a key also tidies up. */
const TIDY_EVERY = 200;

/**
 * Executes a request at most once for its Idempotency-Key; the same key again gives the first answer again.
 * `execute` gets an id derived from the key: whatever it makes under this id, a second execution
 * (the first one died half-way) finds again.
 *
 * @param execute gives every final answer as a value; what it throws is not kept, and the key is free again
 * @throws Problem idempotency-key-reused, idempotency-in-flight, invalid-idempotency-key
 */
export async function idempotently(
  deps: ApiDeps,
  ctx: Context,
  body: RequestBody,
  caller: Caller,
  execute: (requestKey: string) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const key = keyOf(ctx, caller);
  const scope = caller.idempotencyScope;
  if (key === null || scope === null) return execute(randomUUID());
  const request = { scope, key, requestHash: await hashRequest(ctx, body) };
  const claim = await claimKey(deps.knex, request);
  switch (claim.kind) {
    case 'reused':
      throw idempotencyKeyReused();
    case 'in-flight':
      throw idempotencyInFlight();
    case 'repeat':
      ctx.set('Idempotency-Replayed', 'true');
      return claim.answer;
    case 'execute':
      return executeLocked(deps, request, claim.lock, execute, isStranger(caller));
  }
}

async function executeLocked(
  deps: ApiDeps,
  request: KeyedRequest,
  lock: string,
  execute: (requestKey: string) => Promise<StoredAnswer>,
  byStranger: boolean,
): Promise<StoredAnswer> {
  const lease = holdKey(deps, request, lock);
  try {
    const answer = await execute(requestKeyOf(request)).finally(() => lease.end());
    if (byStranger && answer.status >= BAD_REQUEST) await freeKey(deps.knex, request, lease.lock());
    else await keepAnswer(deps.knex, request, answer);
    if (Math.random() < 1 / TIDY_EVERY) await forgetOldKeys(deps.knex);
    return answer;
  } catch (error) {
    // When the database is gone too, the lock's own end frees the key.
    await freeKey(deps.knex, request, lease.lock()).catch((problem: unknown) =>
      deps.log.warn({ error: problem }, 'an Idempotency-Key stays locked for a while'),
    );
    throw error;
  }
}

const BAD_REQUEST = 400;

/** Somebody who has shown nothing: of what they ask for only what was done leaves a row. */
const isStranger = ({ actor, idempotencyScope: scope }: Caller): boolean =>
  actor.kind === 'anyone' && scope?.startsWith('visitor:') === true;

/** A webhook that is delivered again carries the same id, and needs no header of ours. */
function keyOf(ctx: Context, caller: Caller): string | null {
  const header = ctx.req.headers['idempotency-key'];
  if (header === undefined || caller.onlyOnce)
    return caller.deliveryId === null ? null : `webhook/${caller.deliveryId}`.slice(0, 255);
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) throw invalidIdempotencyKey();
  return header;
}

async function hashRequest(ctx: Context, body: RequestBody): Promise<Buffer> {
  return createHash('sha256')
    .update(`${ctx.method} ${ctx.url}\n`)
    .update(await body.bytes())
    .digest();
}

/** An id that is the same for the same request under the same key. */
const requestKeyOf = ({ scope, key, requestHash }: KeyedRequest): string =>
  uuidOf(createHash('sha256').update(`${scope}\n${key}\n`).update(requestHash).digest('hex'));
