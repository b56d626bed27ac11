import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { withoutSubAddress } from '../../../domain/itip/address.ts';
import { AddressTaken } from '../../../domain/principals/taken.ts';
import type { Instant } from '../../../domain/time/instant.ts';
import { adoptContact } from './person.ts';
import { insertPrincipal, updatePrincipal, type PrincipalKind } from './principals.ts';

interface Owned {
  tenantId: string;
  principalId: string;
}

/** Whose address it is. @param address compared without case */
export async function principalOfAddress(
  knex: Knex,
  tenantId: string,
  address: string,
): Promise<{ id: string; kind: PrincipalKind } | null> {
  const row = await knex('principal_addresses AS entry')
    .join('principals AS principal', 'principal.id', 'entry.principal_id')
    .where({ 'entry.tenant_id': tenantId, 'entry.address_key': address.trim().toLowerCase() })
    .first<{ id: string; kind: PrincipalKind } | undefined>('principal.id', 'principal.kind');
  return row ?? null;
}

/** All addresses of a principal, in lower case. */
export const addressKeysOf = (knex: Knex, principalId: string): Promise<string[]> =>
  knex('principal_addresses').where({ principal_id: principalId }).pluck('address_key');

/** The only one whose address begins so, up to its at-sign; null where several do. */
export async function principalOfLocalPart(
  knex: Knex,
  tenantId: string,
  localPart: string,
): Promise<string | null> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `SELECT DISTINCT principal_id AS id FROM principal_addresses
      WHERE tenant_id = :tenantId AND split_part(address_key, '@', 1) = lower(:localPart) LIMIT 2`,
    { tenantId, localPart },
  );
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

/**
 * Gives a principal an address, the first one as the primary one; one that is theirs already stays.
 *
 * @throws AddressTaken also by the mailbox that invites: answers to it are everybody's
 */
export async function addAddress(
  trx: Knex.Transaction,
  { tenantId, principalId }: Owned,
  address: string,
): Promise<void> {
  await trx.raw(
    `INSERT INTO principal_addresses (tenant_id, principal_id, address, is_primary)
     SELECT CAST(:tenantId AS uuid), CAST(:principalId AS uuid), :address,
            NOT EXISTS (SELECT FROM principal_addresses WHERE principal_id = :principalId)
      WHERE NOT EXISTS (SELECT FROM tenants WHERE id = :tenantId AND lower(organizer_email) = :organizer)
     ON CONFLICT DO NOTHING`,
    {
      tenantId,
      principalId,
      address: address.trim(),
      organizer: withoutSubAddress(address.trim().toLowerCase()),
    },
  );
  const holder = await principalOfAddress(trx, tenantId, address);
  if (holder?.id !== principalId) throw new AddressTaken();
  await adoptContact(trx, { tenantId, principalId }, address.trim());
}

/** Puts the addresses of a principal as they are to be, the first one as the primary one; verified ones stay so. @throws AddressTaken */
export async function setAddresses(
  trx: Knex.Transaction,
  owned: Owned,
  addresses: readonly string[],
): Promise<void> {
  const keys = addresses.map((address) => address.trim().toLowerCase());
  const theirs = () => trx('principal_addresses').where({ principal_id: owned.principalId });
  await theirs().whereNotIn('address_key', keys).delete();
  await theirs().update({ is_primary: false });
  for (const address of addresses) await addAddress(trx, owned, address);
  await theirs().update({ is_primary: trx.raw('address_key = ?', [keys[0] ?? '']) });
}

/** They have shown that they read its mail. */
export async function verifyAddress(
  trx: Knex.Transaction,
  { principalId }: Pick<Owned, 'principalId'>,
  address: string,
  nowMs: Instant,
): Promise<void> {
  await trx('principal_addresses')
    .where({ principal_id: principalId, address_key: address.toLowerCase() })
    .whereNull('verified_at')
    .update({ verified_at: new Date(nowMs) });
}

/**
 * The member who has the address; there is one afterwards. Two who ask at once get the same.
 *
 * @param name what they are called; a name that they have already gives way to it, and none leaves it
 * @returns their principal's id
 * @throws AddressTaken when it is a room's, a resource's or a group's
 */
export async function ensureMember(
  trx: Knex.Transaction,
  tenantId: string,
  { address, name }: { address: string; name?: string | null | undefined },
): Promise<string> {
  await trx.raw('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `member ${tenantId} ${address.trim().toLowerCase()}`,
  ]);
  const known = await principalOfAddress(trx, tenantId, address);
  if (known) {
    if (known.kind !== 'individual') throw new AddressTaken();
    if (name != null) await updatePrincipal(trx, known.id, { name });
    return known.id;
  }
  const id = randomUUID();
  await insertPrincipal(trx, { id, tenantId, kind: 'individual', name: name ?? null });
  await addAddress(trx, { tenantId, principalId: id }, address);
  return id;
}

/** The primary address of each of some principals that has one, by its id. */
export async function addressesOfPrincipals(
  knex: Knex,
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await knex('principal_addresses')
    .where({ tenant_id: tenantId, is_primary: true })
    .whereIn('principal_id', ids)
    .select('principal_id', 'address');
  return new Map(rows.map(({ principal_id, address }) => [principal_id, address]));
}
