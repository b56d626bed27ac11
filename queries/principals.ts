import {
  listPrincipals,
  principalById,
  type Principal,
  type PrincipalFilter,
} from '../adapters/postgres/people/principals.ts';
import type { Actor } from '../policies/actor.ts';
import { permit } from '../policies/permit.ts';
import type { QueryDeps } from './deps.ts';

export type { Principal } from '../adapters/postgres/people/principals.ts';

/** One principal. @throws NotPermitted also where there is none of this id */
export async function principalFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<Principal> {
  return permit(actor, 'principal.see', await principalById(knex, tenantId, id), 'The principal');
}

/** Those of a tenant, in the order in which they were made. @throws NotPermitted */
export async function principalsFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  tenantId: string,
  filter: PrincipalFilter,
): Promise<Principal[]> {
  permit(actor, 'principals.list', { tenantId }, 'The tenant');
  return listPrincipals(knex, tenantId, filter);
}
