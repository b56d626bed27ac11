import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { inTransaction } from '../../../adapters/postgres/in-transaction.ts';
import type { CalendarDeps } from './deps.ts';

/** A transaction, and what has to be sent on once it is done. */
export interface Posting {
  trx: Knex.Transaction;
  /** Adds what has to be sent on. */
  later: (pending: readonly PendingEvent[]) => void;
}

/** Changes calendars in one transaction, and sends on afterwards what was written to the outbox in it. */
export async function posting<T>(
  { knex, outsideMail }: Pick<CalendarDeps, 'knex' | 'outsideMail'>,
  work: (posting: Posting) => Promise<T>,
): Promise<T> {
  let pending: PendingEvent[] = [];
  const result = await inTransaction(knex, (trx) => {
    pending = [];
    return work({ trx, later: (more) => void pending.push(...more) });
  });
  if (pending.length > 0) await outsideMail?.send(pending);
  return result;
}
