import type { Knex } from 'knex';
import { principalById, setGroupMembers } from '../../adapters/postgres/people/principals.ts';
import { InvalidInput } from '../invalid-input.ts';

/** @throws InvalidInput when it is no member of the tenant */
export async function requireOwner(trx: Knex.Transaction, tenantId: string, ownerId: string): Promise<void> {
  const owner = await principalById(trx, tenantId, ownerId);
  if (owner?.kind !== 'individual') throw new InvalidInput('ownerId', 'must be a member');
}

/** @throws InvalidInput when somebody is not of the tenant, or a group */
export async function putMembers(
  trx: Knex.Transaction,
  group: { tenantId: string; id: string },
  memberIds: readonly string[],
): Promise<void> {
  const unknown = await setGroupMembers(trx, group, memberIds);
  if (unknown.length > 0) {
    throw new InvalidInput('memberIds', `must be principals, and no groups; not: ${unknown.join(', ')}`);
  }
}
