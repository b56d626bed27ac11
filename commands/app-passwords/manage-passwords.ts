import { randomUUID } from 'node:crypto';
import {
  appPasswordsOf,
  insertAppPassword,
  revokeAppPassword,
  type AppPassword,
} from '../../adapters/postgres/people/app-passwords.ts';
import { principalById } from '../../adapters/postgres/people/principals.ts';
import { hashPassword, newPassword } from '../../adapters/secrets/password.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { permit } from '../../policies/permit.ts';
import type { CommandDeps } from '../deps.ts';
import { TooManyPasswords } from './too-many.ts';

type Deps = Pick<CommandDeps, 'knex'>;

interface Whose {
  tenantId: string;
  principalId: string;
}

/** One for each program on each machine; more is a mistake. */
export const MOST_PASSWORDS = 50;
export const LONGEST_NAME = 100;

/**
 * Makes a password for a program of somebody's.
 *
 * @param name what it is for, in their words
 * @returns the password, which is shown this once: only a hash of it is kept
 * @throws NotPermitted, TooManyPasswords
 */
export async function makePassword(
  { knex }: Deps,
  actor: Actor,
  { tenantId, principalId }: Whose,
  name: string,
): Promise<AppPassword & { password: string }> {
  permit(actor, 'app-passwords.change', await principalById(knex, tenantId, principalId), 'The principal');
  const { password, selector } = newPassword();
  const hashed = await hashPassword(password);
  const id = randomUUID();
  return knex.transaction(async (trx) => {
    await trx('principals').where({ id: principalId }).forNoKeyUpdate().first('id');
    if ((await appPasswordsOf(trx, { tenantId, principalId })).length >= MOST_PASSWORDS)
      throw new TooManyPasswords(MOST_PASSWORDS);
    await insertAppPassword(trx, { tenantId, principalId }, { id, name, selector, ...hashed });
    const made = (await appPasswordsOf(trx, { tenantId, principalId })).find((entry) => entry.id === id);
    if (!made) throw new Error('the password was not stored');
    return { ...made, password };
  });
}

/** Ends a password at once: whoever uses it is asked for another. @throws NotPermitted also where there is none */
export async function endPassword(
  { knex }: Deps,
  actor: Actor,
  { tenantId, principalId }: Whose,
  id: string,
): Promise<void> {
  permit(actor, 'app-passwords.change', await principalById(knex, tenantId, principalId), 'The principal');
  if (!(await revokeAppPassword(knex, { tenantId, principalId }, id))) throw new NotPermitted('The password');
}
