import {
  listPrincipals,
  principalById,
  type Principal,
  type PrincipalFilter,
} from '../adapters/postgres/people/principals.ts';
import type { Actor } from '../policies/actor.ts';
import { may } from '../policies/may.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import type { QueryDeps } from './deps.ts';

/** One principal. @throws NotPermitted also where there is none of this id */
export async function principalFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  { tenantId, id }: { tenantId: string; id: string },
): Promise<Principal> {
  const principal = await principalById(knex, tenantId, id);
  if (!principal || !may(actor, 'principal.see', principal)) throw new NotPermitted('The principal');
  return principal;
}

/** Those of a tenant, in the order in which they were made. @throws NotPermitted */
export async function principalsFor(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  tenantId: string,
  filter: PrincipalFilter,
): Promise<Principal[]> {
  if (!may(actor, 'principals.list', { tenantId })) throw new NotPermitted('The tenant');
  return listPrincipals(knex, tenantId, filter);
}
