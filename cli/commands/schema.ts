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
import { describeRows } from '../../adapters/postgres/describe-rows.ts';
import { describeSchema } from '../../adapters/postgres/describe-schema.ts';
import { migrateDatabase } from '../../adapters/postgres/migrate.ts';
import { resolvePort } from '../../workers/embedded/ports.ts';
import { startPostgres } from '../../workers/embedded/postgres.ts';
import { CliError } from '../errors.ts';
import { say } from '../output.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));
const HEADER = 'What the migrations lead to. Written by "npm run schema:dump"; not to be edited.';

/** `parley schema dump` */
export async function dumpSchema(): Promise<void> {
  for (const { name, content } of await filesOfMigrations()) {
    writeFileSync(join(MIGRATIONS, name), content);
    say(`migrations/${name} is up to date.`);
  }
}

/** `parley schema check` */
export async function checkSchema(): Promise<void> {
  const old = (await filesOfMigrations())
    .filter(({ name, content }) => readFileSync(join(MIGRATIONS, name), 'utf8') !== content)
    .map(({ name }) => `migrations/${name}`);
  if (old.length === 0) return;
  throw new CliError('schema_outdated', `Not up to date: ${old.join(', ')}; run "npm run schema:dump".`);
}

/** Runs all migrations on a PostgreSQL of its own, which is gone afterwards. */
async function filesOfMigrations(): Promise<{ name: string; content: string }[]> {
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
    return [
      { name: 'schema.sql', content: `-- ${HEADER}\n\n${await describeSchema(server.url)}` },
      { name: 'rows/tables.ts', content: `// ${HEADER}\n\n${await describeRows(server.url)}` },
    ];
  } finally {
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
