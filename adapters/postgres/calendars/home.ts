import type { Knex } from 'knex';

interface Owned {
  tenantId: string;
  principalId: string;
}

/**
 * Gives a principal a first calendar, an inbox and an outbox, once.
 *
 * @param name what the calendar is called
 */
export async function ensureHome(knex: Knex, { tenantId, principalId }: Owned, name: string): Promise<void> {
  await knex.raw(
    `WITH home AS (
       INSERT INTO calendar_homes (tenant_id, principal_id) VALUES (:tenantId, :principalId)
       ON CONFLICT DO NOTHING RETURNING principal_id
     )
     INSERT INTO calendars (tenant_id, principal_id, source, kind, name, is_default, segment)
     SELECT :tenantId, principal_id, 'local', CAST(kind AS collection_kind), CASE kind WHEN 'calendar' THEN :name END,
            kind = 'calendar', CASE kind WHEN 'calendar' THEN upper(gen_random_uuid()::text) ELSE kind END
       FROM home CROSS JOIN unnest(ARRAY['calendar', 'inbox', 'outbox']) AS kind`,
    { tenantId, principalId, name },
  );
}

/** What clients keep with all of somebody's calendars, by their names in Clark notation, as XML. */
export async function homeProperties(knex: Knex, principalId: string): Promise<Record<string, string>> {
  const row = await knex('calendar_homes').where({ principal_id: principalId }).first('properties');
  return (row?.properties as Record<string, string> | undefined) ?? {};
}

export async function setHomeProperties(
  trx: Knex,
  principalId: string,
  properties: Readonly<Record<string, string>>,
): Promise<void> {
  await trx('calendar_homes')
    .where({ principal_id: principalId })
    .update({ properties: JSON.stringify(properties) });
}
