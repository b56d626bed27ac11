import type { Knex } from 'knex';
import { ownCollection } from '../../../adapters/postgres/calendars/collections.ts';
import { grantsOf } from '../../../adapters/postgres/calendars/grants.ts';
import { privilegesOf, type Privilege } from '../../../policies/privileges.ts';
import type { Member, SeenCollection } from '../../../queries/calendars/collections.ts';

/**
 * What somebody may send who writes into a calendar of somebody else: they act as its owner, as far as the owner's outbox says so
 * (RFC 6638 §6.1.2).
 *
 * @returns null: it is their own
 */
export async function mayOnlySend(
  trx: Knex,
  member: Member,
  { tenantId, principalId, ownerId, groupIds }: SeenCollection,
): Promise<ReadonlySet<Privilege> | null> {
  if (member.principalId === principalId || member.principalId === ownerId) return null;
  const outbox = await ownCollection(trx, { tenantId, principalId }, 'outbox');
  if (!outbox) return new Set();
  const grants = await grantsOf(trx, outbox.id);
  return privilegesOf({ principalId: member.principalId, groupIds }, { ...outbox, grants });
}
