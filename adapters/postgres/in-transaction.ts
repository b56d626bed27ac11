import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import type { Knex } from 'knex';
import { isDeadlock } from './violations.ts';

/** Two that want what the other has: one of them is sent back, and comes again. */
const again = retry(handleWhen(isDeadlock), {
  maxAttempts: 5,
  backoff: new ExponentialBackoff({ initialDelay: 20, maxDelay: 500 }),
});

/** A transaction that is run anew where it was chosen to give way to another (PostgreSQL §13.3.4). */
export const inTransaction = <T>(knex: Knex, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
  again.execute(() => knex.transaction(work));
