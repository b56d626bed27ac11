import { replaceGrants } from '../../adapters/postgres/calendars/grants.ts';
import { knownPrincipals } from '../../adapters/postgres/people/principals.ts';
import { demand } from '../../policies/missing-privilege.ts';
import type { Grant } from '../../policies/privileges.ts';
import type { Member, SeenCollection } from '../../queries/calendars/collections.ts';
import type { CommandDeps } from '../deps.ts';

/**
 * Says who may do what with a collection besides its owner. Who is not named may do nothing more; without a word about everybody
 * who is signed in, they may do nothing either.
 *
 * @returns those who are nobody of the tenant; nothing is changed then
 * @throws MissingPrivilege
 */
export async function setGrants(
  { knex }: Pick<CommandDeps, 'knex'>,
  { tenantId }: Member,
  collection: SeenCollection,
  grants: readonly Grant[],
): Promise<string[]> {
  demand(collection, 'write-acl');
  const named = grants.flatMap(({ principalId }) => principalId ?? []);
  const known = await knownPrincipals(knex, tenantId, named);
  const unknown = named.filter((id) => !known.includes(id));
  if (unknown.length > 0) return unknown;
  const merged = new Map<string | null, Grant>();
  for (const { principalId, privileges } of [{ principalId: null, privileges: [] }, ...grants]) {
    const before = merged.get(principalId)?.privileges ?? [];
    merged.set(principalId, { principalId, privileges: [...new Set([...before, ...privileges])] });
  }
  await knex.transaction((trx) => replaceGrants(trx, collection, [...merged.values()]));
  return [];
}
