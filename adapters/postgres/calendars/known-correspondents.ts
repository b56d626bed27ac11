import type { Knex } from 'knex';

/** Whether somebody wrote with an address about an event before, or it is a person's of their tenant. @param address in lower case */
export async function knowsAddress(
  knex: Knex,
  { tenantId, principalId }: { tenantId: string; principalId: string },
  address: string,
): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { known: boolean }[] }>(
    `SELECT EXISTS (SELECT FROM calendar_correspondents WHERE principal_id = :principalId AND address_key = :address)
         OR EXISTS (SELECT FROM principal_addresses WHERE tenant_id = :tenantId AND address_key = :address)
         OR EXISTS (SELECT FROM contacts WHERE tenant_id = :tenantId AND address_key = :address) AS known`,
    { tenantId, principalId, address },
  );
  return rows[0]?.known ?? false;
}
