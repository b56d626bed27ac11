import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import knex, { type Knex } from 'knex';
import { CONNECT_WITHIN_MS, QUIET } from './database.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

const migrationConfig: Knex.MigratorConfig = {
  directory: MIGRATIONS,
  loadExtensions: ['.ts'],
  tableName: 'schema_migrations',
};

/**
 * Brings a database to the newest schema; safe to run again and from several processes at once.
 *
 * @param databaseUrl PostgreSQL URL of the schema's owner
 * @returns the names of the steps that were run
 */
export async function migrateDatabase(databaseUrl: string): Promise<string[]> {
  return withOwner(databaseUrl, async (owner) => {
    const [, steps] = (await owner.migrate.latest(migrationConfig)) as [number, string[]];
    return steps;
  });
}

/** The names of the steps that have not been run on this database yet; also the application's role may ask. */
export async function pendingMigrations(database: Knex): Promise<string[]> {
  const done: { name: string }[] = await database('schema_migrations').select('name');
  const names = new Set(done.map((step) => step.name));
  return readdirSync(MIGRATIONS).filter((file) => file.endsWith('.ts') && !names.has(file));
}

/** Work as the user of DATABASE_URL, without the application's role. */
export async function withOwner<T>(databaseUrl: string, work: (owner: Knex) => Promise<T>): Promise<T> {
  const owner = knex({
    client: 'pg',
    log: QUIET,
    connection: { connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_WITHIN_MS },
    pool: { min: 0, max: 2 },
  });
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}
