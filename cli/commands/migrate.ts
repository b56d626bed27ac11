import { connectDatabase } from '../../adapters/postgres/database.ts';
import { migrateDatabase } from '../../adapters/postgres/migrate.ts';
import { ensureFirstTenant } from '../../adapters/postgres/tenants.ts';
import { connectClient } from '../../adapters/temporal/connect.ts';
import { registerSearchAttributes } from '../../adapters/temporal/search-attributes.ts';
import { loadConfig, required, type Config } from '../../config/index.ts';
import { say } from '../output.ts';

/** `parley migrate`: the database, the first tenant, and the search attributes of the Temporal namespace. */
export async function migrate(): Promise<void> {
  const config = loadConfig();
  required(config.temporal, 'address');
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
  const client = await connectClient(config);
  try {
    const searchAttributes = await registerSearchAttributes(client.connection, config.temporal.namespace);
    return { steps, searchAttributes };
  } finally {
    await client.connection.close();
  }
}
