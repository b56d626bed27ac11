import { createHash, randomUUID } from 'node:crypto';
import type { Context } from 'koa';
import { executeOnce, type StoredAnswer } from '../../commands/idempotency/execute-once.ts';
import type { ApiDeps } from '../deps.ts';
import type { Caller } from './authenticate.ts';
import type { RequestBody } from './body.ts';
import { idempotencyInFlight, idempotencyKeyReused, invalidIdempotencyKey } from './problems.ts';

/**
 * Executes a request at most once for its Idempotency-Key; the same key again gives the first answer again.
 *
 * @param execute as `Execution` wants it; without a key, with an id that no other request has
 * @param isSecret the answer is not to be stored
 * @throws Problem idempotency-key-reused, idempotency-in-flight, invalid-idempotency-key
 */
export async function idempotently(
  deps: ApiDeps,
  ctx: Context,
  body: RequestBody,
  caller: Caller,
  execute: (requestKey: string) => Promise<StoredAnswer>,
  { isSecret = false }: { isSecret?: boolean | undefined } = {},
): Promise<StoredAnswer> {
  const key = keyOf(ctx, caller);
  const scope = caller.idempotencyScope;
  if (key === null || scope === null) return execute(randomUUID());
  const request = { scope, key, requestHash: await hashRequest(ctx, body) };
  const isKept = ({ status }: StoredAnswer) => (status < BAD_REQUEST ? !isSecret : !isStranger(caller));
  const executed = await executeOnce(deps, request, { execute, isKept });
  switch (executed.kind) {
    case 'reused':
      throw idempotencyKeyReused();
    case 'in-flight':
      throw idempotencyInFlight();
    case 'repeat':
      ctx.set('Idempotency-Replayed', 'true');
      return executed.answer;
    case 'executed':
      return executed.answer;
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
