import { migrateDatabase } from '../../adapters/postgres/migrate.ts';
import { loadConfig } from '../../config/index.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';

/** `parley migrate` */
export async function migrate(): Promise<void> {
  const { databaseUrl } = loadConfig();
  if (databaseUrl === undefined) {
    throw new CliError(
      'no_database',
      'Set DATABASE_URL to the database to migrate ("parley serve" migrates its own).',
    );
  }
  const steps = await migrateDatabase(databaseUrl);
  say(steps.length === 0 ? 'The database is up to date.' : `Migrated: ${steps.join(', ')}`);
}
