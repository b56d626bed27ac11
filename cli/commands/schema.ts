import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeSchema } from '../../adapters/postgres/describe-schema.ts';
import { migrateDatabase } from '../../adapters/postgres/migrate.ts';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { startPostgres } from '../../workers/embedded/postgres.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';

const SCHEMA_FILE = fileURLToPath(new URL('../../migrations/schema.sql', import.meta.url));
const HEADER = '-- What the migrations lead to. Written by "npm run schema:dump"; not to be edited.\n\n';

/** `parley schema dump` */
export async function dumpSchema(): Promise<void> {
  writeFileSync(SCHEMA_FILE, await schemaOfMigrations());
  say('migrations/schema.sql is up to date.');
}

/** `parley schema check` */
export async function checkSchema(): Promise<void> {
  if (readFileSync(SCHEMA_FILE, 'utf8') === (await schemaOfMigrations())) return;
  throw new CliError(
    'schema_outdated',
    'migrations/schema.sql is not up to date: run "npm run schema:dump".',
  );
}

/** Runs all migrations on a PostgreSQL of its own, which is gone afterwards. */
async function schemaOfMigrations(): Promise<string> {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'parley-schema-'));
  chmodSync(directory, 0o711); // as root: PostgreSQL's own user has to pass through
  mkdirSync(join(directory, 'logs'));
  const server = await startPostgres({
    dataDir: directory,
    port: await resolvePort('127.0.0.1', 0),
    unsafeAndFast: true,
  });
  try {
    await migrateDatabase(server.url);
    return HEADER + (await describeSchema(server.url));
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
