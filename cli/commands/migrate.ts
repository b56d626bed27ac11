import { connectDatabase } from '../../adapters/postgres/database.ts';
import { hasTenants, lackingRights } from '../../adapters/postgres/before-migrating.ts';
import { migrateDatabase, withOwner } from '../../adapters/postgres/migrate.ts';
import { ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { registerSearchAttributes } from '../../adapters/temporal/search-attributes.ts';
import { loadConfig, required, type Config } from '../../config/index.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';
import { reachTemporal } from '../reach.ts';

/** `parley migrate`: the database, the first tenant, and the search attributes of the Temporal namespace. */
export async function migrate(): Promise<void> {
  const config = loadConfig(undefined, ['DATABASE_URL', 'TEMPORAL_ADDRESS']);
  await checkFirst(config);
  const { steps, searchAttributes } = await migrateAll(config);
  say(steps.length === 0 ? 'The database is up to date.' : `Migrated: ${steps.join(', ')}`);
  if (searchAttributes.length > 0) say(`Search attributes added: ${searchAttributes.join(', ')}`);
}

/** Brings everything outside the program to this version; safe to run again. */
export async function migrateAll(config: Config): Promise<{ steps: string[]; searchAttributes: string[] }> {
  const databaseUrl = required(config, 'databaseUrl');
  const steps = await migrateDatabase(databaseUrl);
  const database = connectDatabase(databaseUrl, { poolSize: 1 });
  try {
    await ensureFirstTenant(database, config);
  } finally {
    await database.destroy();
  }
  const client = await reachTemporal(config);
  try {
    const searchAttributes = await registerSearchAttributes(client.connection, config.temporal.namespace);
    return { steps, searchAttributes };
  } finally {
    await client.connection.close();
  }
}

/** What would stop it half-way is said before it begins. */
async function checkFirst(config: Config): Promise<void> {
  const { tenants, lacking } = await withOwner(required(config, 'databaseUrl'), async (owner) => ({
    tenants: await hasTenants(owner),
    lacking: await lackingRights(owner),
  }));
  if (lacking.length > 0) {
    throw new CliError(
      'too_few_rights',
      `The user in DATABASE_URL has too few rights (CREATEROLE, or a role that is made for it); an administrator of this database can run: ${lacking.join(' ')}`,
    );
  }
  if (!tenants && !config.organizerIsGiven) {
    throw new CliError(
      'no_organizer',
      'ORGANIZER_EMAIL: is needed for the first tenant, the mailbox that invitations come from and answers go to.',
    );
  }
  const client = await reachTemporal(config);
  await client.connection.close();
}
