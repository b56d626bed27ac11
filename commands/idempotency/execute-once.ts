import { createHash } from 'node:crypto';
import {
  claimKey,
  forgetOldKeys,
  freeKey,
  keepAnswer,
  type Claim,
  type KeyedRequest,
  type StoredAnswer,
} from '../../adapters/postgres/idempotency.ts';
import { uuidOf } from '../../domain/uuid.ts';
import type { CommandDeps } from '../deps.ts';
import { holdKey } from './key-lease.ts';

export type { StoredAnswer } from '../../adapters/postgres/idempotency.ts';

/** How a request is executed. */
export interface Execution {
  /**
   * Gives every final answer as a value; what it throws is not kept, and the key is free again.
   *
   * @param requestKey an id that is the same for the same request under the same key: whatever is made under it, a second
   *   execution (the first one died half-way) finds again
   */
  execute: (requestKey: string) => Promise<StoredAnswer>;
  /** Whether the answer is to be given again. */
  isKept: (answer: StoredAnswer) => boolean;
}

/** `repeat`: an earlier execution gave the answer. */
export type Executed = Exclude<Claim, { kind: 'execute' }> | { kind: 'executed'; answer: StoredAnswer };

type Deps = Pick<CommandDeps, 'knex' | 'log'>;

/** About one in so many requests with a key also tidies up. */
const TIDY_EVERY = 200;

/** Executes a request at most once for its key; the same key again gives the first answer again. @throws what `execute` throws */
export async function executeOnce(
  deps: Deps,
  request: KeyedRequest,
  execution: Execution,
): Promise<Executed> {
  const claim = await claimKey(deps.knex, request);
  if (claim.kind !== 'execute') return claim;
  return { kind: 'executed', answer: await executeLocked(deps, request, claim.lock, execution) };
}

async function executeLocked(
  deps: Deps,
  request: KeyedRequest,
  lock: string,
  { execute, isKept }: Execution,
): Promise<StoredAnswer> {
  const { knex, log } = deps;
  const lease = holdKey(deps, request, lock);
  try {
    const answer = await execute(requestKeyOf(request)).finally(() => lease.end());
    if (isKept(answer)) await keepAnswer(knex, request, answer);
    else await freeKey(knex, request, lease.lock());
    if (Math.random() < 1 / TIDY_EVERY) await forgetOldKeys(knex);
    return answer;
  } catch (error) {
    // When the database is gone too, the lock's own end frees the key.
    await freeKey(knex, request, lease.lock()).catch((problem: unknown) =>
      log.warn({ error: problem }, 'an Idempotency-Key stays locked for a while'),
    );
    throw error;
  }
}

const requestKeyOf = ({ scope, key, requestHash }: KeyedRequest): string =>
  uuidOf(createHash('sha256').update(`${scope}\n${key}\n`).update(requestHash).digest('hex'));
