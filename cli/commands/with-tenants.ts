import type { Knex } from 'knex';
import { connectDatabase } from '../../adapters/postgres/database.ts';
import { firstTenant, tenantByName, type Tenant } from '../../adapters/postgres/tenants.ts';
import type { Config } from '../../config/index.ts';
import { configBeside } from '../beside.ts';
import { CliError } from '../errors.ts';

/** Runs a command's work on the configured database, or on that of the embedded start. */
export async function withDatabase(work: (database: Knex, config: Config) => Promise<void>): Promise<void> {
  const config = configBeside();
  const database = connectDatabase(config.databaseUrl, { poolSize: 1 });
  try {
    await work(database, config);
  } finally {
    await database.destroy();
  }
}

/**
 * The tenant that a command is about.
 *
 * @param name an id or a slug; the first tenant when absent
 * @throws CliError when there is none
 */
export async function tenantFor(database: Knex, name: string | undefined): Promise<Tenant> {
  const tenant = name === undefined ? await firstTenant(database) : await tenantByName(database, name);
  if (tenant) return tenant;
  throw new CliError(
    'no_tenant',
    name === undefined
      ? 'There is no tenant yet: run "parley migrate" first.'
      : `There is no tenant "${name}".`,
  );
}
