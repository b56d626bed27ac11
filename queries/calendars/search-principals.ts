import { principalsMatching, type Criterion } from '../../adapters/postgres/people/search.ts';
import type { Principal } from '../../adapters/postgres/people/principals.ts';
import type { QueryDeps } from '../deps.ts';
import type { Member } from './collections.ts';

export type { Criterion, SearchField } from '../../adapters/postgres/people/search.ts';

/** Who of the tenant is called so, by name. Everybody who is signed in may look for those whom they can invite. */
export const searchPrincipals = (
  { knex }: Pick<QueryDeps, 'knex'>,
  { tenantId }: Member,
  search: { criteria: readonly Criterion[]; every: boolean; most: number },
): Promise<Principal[]> => principalsMatching(knex, tenantId, search);
