import type { Knex } from 'knex';
import { principalById, type Principal } from '../../adapters/postgres/people/principals.ts';
import { isUuid } from '../../domain/uuid.ts';
import { principalsFor } from '../../queries/principals.ts';
import { CliError } from '../errors.ts';

/**
 * A member who is named at the command line.
 *
 * @param name an address of theirs, or their id
 * @throws CliError where there is none
 */
export async function memberBy(database: Knex, tenantId: string, name: string): Promise<Principal> {
  const member = isUuid(name)
    ? await principalById(database, tenantId, name)
    : (
        await principalsFor({ knex: database }, { kind: 'operator' }, tenantId, { address: name, limit: 1 })
      )[0];
  if (member?.kind !== 'individual')
    throw new CliError('no_member', `There is no member "${name}"; "parley members list" shows them.`);
  return member;
}
