import { addressKeysOf } from '../../adapters/postgres/people/addresses.ts';
import type { QueryDeps } from '../deps.ts';

/** All addresses of whose collection it is, in lower case. */
export const addressesFor = (
  { knex }: Pick<QueryDeps, 'knex'>,
  { principalId }: { principalId: string },
): Promise<string[]> => addressKeysOf(knex, principalId);
