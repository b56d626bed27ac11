import type { Knex } from 'knex';
import type { DueHolidays, HolidayStore } from '../../../activities/holidays/ports.ts';
import { feedOwner } from '../../feeds/feed-owner.ts';
import { holidaysIn, putDays, readingOf } from './holidays.ts';

interface DueRow {
  id: string;
  tenantId: string;
  principalId: string;
  sealed: Buffer;
  keyId: string;
  failingSince: Date | null;
}

/** The calendars of holidays that have an address. */
export const createHolidayStore = (knex: Knex): HolidayStore => ({
  async claimDue(nowMs, againMs) {
    const { rows } = await knex.raw<{ rows: DueRow[] }>(
      `UPDATE holiday_calendars SET next_read_at = :again
        WHERE id = (SELECT id FROM holiday_calendars WHERE next_read_at <= :now
                     ORDER BY next_read_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, tenant_id AS "tenantId", principal_id AS "principalId", url_sealed AS sealed,
                 url_key_id AS "keyId", failing_since AS "failingSince"`,
      { now: new Date(nowMs), again: new Date(againMs) },
    );
    const [row] = rows;
    if (!row) return null;
    const { sealed, keyId, failingSince, ...named } = row;
    return {
      ...named,
      owner: feedOwner(named.principalId),
      url: { sealed, keyId },
      failingSinceMs: failingSince?.getTime() ?? null,
    };
  },

  write: (due, read, { nowMs, nextMs }) =>
    knex.transaction(async (trx) => {
      const row = { ...readingOf(read, nowMs), next_read_at: new Date(nextMs) };
      if ((await sameAddress(trx, due).update(row)) === 0) return;
      const before = await holidaysIn(trx, due.id);
      // Whoever remembers slots of the member need not look again.
      if (JSON.stringify(before) !== JSON.stringify(read.days)) await putDays(trx, due, read.days);
    }),

  async recordFailure(due, problem, { sinceMs, nextMs }) {
    await sameAddress(knex, due).update({
      ...{ problem, failing_since: new Date(sinceMs) },
      next_read_at: new Date(nextMs),
    });
  },
});

/** Sealed anew with another key it is another one, too: then it is read again. */
const sameAddress = (knex: Knex, { id, url }: DueHolidays) =>
  knex('holiday_calendars').where({ id, url_sealed: url.sealed });
