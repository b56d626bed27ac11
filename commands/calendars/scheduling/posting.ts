import type { Knex } from 'knex';
import type { PendingEvent } from '../../../activities/inbound/ports.ts';
import { inTransaction } from '../../../adapters/postgres/in-transaction.ts';
import { lockScheduling } from '../../../adapters/postgres/calendars/schedule-targets.ts';
import type { CalendarDeps } from './deps.ts';
import { Postman, type Posted } from './postman.ts';

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

/** One event that messages are about. */
interface AboutEvent extends Omit<Posted, 'outside'> {
  /** Who is in it, as far as is known, in lower case. */
  addresses: readonly string[];
}

/** Delivers messages about one event, while nobody else changes it. */
export const postingAbout = <T>(
  deps: Pick<CalendarDeps, 'knex' | 'outsideMail'>,
  { addresses, ...about }: AboutEvent,
  work: (postman: Postman) => Promise<T>,
): Promise<T> =>
  posting(deps, async ({ trx, later }) => {
    const { tenantId, uid } = about;
    await lockScheduling(trx, { tenantId, uid, calendarId: null, addresses });
    const postman = new Postman(trx, { ...about, outside: deps.outsideMail });
    const result = await work(postman);
    later(postman.pending);
    return result;
  });
