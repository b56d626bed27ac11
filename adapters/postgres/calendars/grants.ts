import type { Knex } from 'knex';
import type { Grant } from '../../../policies/privileges.ts';

/** All grants of a collection, the one to everybody first. */
export async function grantsOf(knex: Knex, calendarId: string): Promise<Grant[]> {
  return knex('calendar_grants')
    .where({ calendar_id: calendarId })
    .orderByRaw('principal_id NULLS FIRST')
    .select<Grant[]>({ principalId: 'principal_id', privileges: 'privileges' });
}

/** Puts these in the place of all that there were. */
export async function replaceGrants(
  trx: Knex.Transaction,
  { id, tenantId }: { id: string; tenantId: string },
  grants: readonly Grant[],
): Promise<void> {
  await trx('calendar_grants').where({ calendar_id: id }).delete();
  const rows = grants.map(({ principalId, privileges }) => ({
    ...{ tenant_id: tenantId, calendar_id: id, principal_id: principalId },
    privileges: [...privileges],
  }));
  if (rows.length > 0) await trx('calendar_grants').insert(rows);
}

/** The same of several, by their ids. */
export async function grantsOfEach(
  knex: Knex,
  calendarIds: readonly string[],
): Promise<Map<string, Grant[]>> {
  const rows = await knex('calendar_grants')
    .whereIn('calendar_id', [...calendarIds])
    .orderByRaw('principal_id NULLS FIRST')
    .select<(Grant & { calendarId: string })[]>({
      calendarId: 'calendar_id',
      principalId: 'principal_id',
      privileges: 'privileges',
    });
  return new Map(calendarIds.map((id) => [id, rows.filter(({ calendarId }) => calendarId === id)]));
}
