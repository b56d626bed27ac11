import { LOCK_SECONDS, renewLock, type KeyedRequest } from '../../adapters/postgres/idempotency.ts';
import type { CommandDeps } from '../deps.ts';

/** Two renewals may fail before the lock ends. */
const RENEW_EVERY_MS = (LOCK_SECONDS * 1000) / 3;

/** The lock of an Idempotency-Key that is renewed for as long as its request is being executed. */
export interface KeyLease {
  /** As it is now. */
  lock(): string;
  /** No renewal is under way any more when it resolves. */
  end(): Promise<void>;
}

/** @param first the lock that the claim gave */
export function holdKey(
  { knex, log }: Pick<CommandDeps, 'knex' | 'log'>,
  request: KeyedRequest,
  first: string,
): KeyLease {
  let lock = first;
  let renewal = Promise.resolve();
  const renew = async () => {
    try {
      const renewed = await renewLock(knex, request, lock);
      if (renewed === null) clearInterval(timer);
      else lock = renewed;
    } catch (error) {
      log.warn({ error }, 'the lock of an Idempotency-Key could not be renewed');
    }
  };
  const timer = setInterval(() => {
    renewal = renewal.then(renew);
  }, RENEW_EVERY_MS);
  return {
    lock: () => lock,
    async end() {
      clearInterval(timer);
      await renewal;
    },
  };
}
