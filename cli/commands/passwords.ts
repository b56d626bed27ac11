import type { Knex } from 'knex';
import { endPassword, LONGEST_NAME, makePassword } from '../../commands/app-passwords/manage-passwords.ts';
import { TooManyPasswords } from '../../commands/app-passwords/too-many.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { passwordsFor, type AppPassword } from '../../queries/app-passwords.ts';
import { CliError } from '../errors.ts';
import type { OneOptions } from '../operating-options.ts';
import { say } from '../output.ts';
import { moment, sayTable, type Columns } from '../table.ts';
import { memberBy } from './member-by.ts';
import { tenantFor, withDatabase } from './with-tenants.ts';

const OPERATOR: Actor = { kind: 'operator' };

export interface NewPasswordOptions {
  name: string;
  tenant?: string;
}

/** `parley passwords create` */
export const createPassword = (member: string, { name, tenant }: NewPasswordOptions): Promise<void> =>
  withMember(member, tenant, async (database, whose, address) => {
    const trimmed = name.trim();
    if (trimmed === '' || trimmed.length > LONGEST_NAME)
      throw new CliError('unusable_name', `A name has 1 to ${LONGEST_NAME} characters.`);
    const { id, password } = await refusedInWords(() =>
      makePassword({ knex: database }, OPERATOR, whose, trimmed),
    );
    say(password);
    process.stderr.write(`Password ${id}, with the user name ${address}. It cannot be shown again.\n`);
  });

/** `parley passwords list` */
export const listPasswords = (member: string, { tenant, json }: OneOptions): Promise<void> =>
  withMember(member, tenant, async (database, whose) =>
    sayTable(await passwordsFor({ knex: database }, OPERATOR, whose), {
      columns: COLUMNS,
      json,
      empty: 'They have no password: "parley passwords create MEMBER" makes one.',
    }),
  );

const COLUMNS: Columns<AppPassword> = {
  id: ({ id }) => id,
  made: ({ createdAt }) => moment(createdAt),
  used: ({ lastUsedAt }) => moment(lastUsedAt),
  name: ({ name }) => name,
};

/** `parley passwords revoke` */
export const revokePassword = (member: string, id: string, { tenant }: OneOptions): Promise<void> =>
  withMember(member, tenant, async (database, whose) => {
    const unknown = new CliError('no_password', `They have no password "${id}" that works.`);
    if (!isUuid(id)) throw unknown;
    try {
      await endPassword({ knex: database }, OPERATOR, whose, id);
    } catch (error) {
      throw error instanceof NotPermitted ? unknown : error;
    }
    say('Revoked.');
  });

const withMember = (
  member: string,
  tenant: string | undefined,
  work: (
    database: Knex,
    whose: { tenantId: string; principalId: string },
    address: string,
  ) => Promise<void> | void,
): Promise<void> =>
  withDatabase(async (database) => {
    const { id: tenantId } = await tenantFor(database, tenant);
    const { id: principalId, addresses } = await memberBy(database, tenantId, member);
    await work(database, { tenantId, principalId }, addresses[0]?.address ?? principalId);
  });

async function refusedInWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooManyPasswords)
      throw new CliError('too_many_passwords', `They have ${error.most} passwords; revoke one first.`);
    throw error;
  }
}
