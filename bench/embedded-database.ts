import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { migrateDatabase } from '../adapters/postgres/migrate.ts';
import { ensureFirstTenant, type Tenant } from '../adapters/postgres/tenants.ts';
import { loadConfig, required, type Config } from '../config/index.ts';
import { createProgress } from '../workers/embedded/progress.ts';
import { startEmbedded } from '../workers/embedded/stack.ts';
import { withEmbedded } from '../workers/embedded/with-embedded.ts';

export interface EmbeddedDatabase {
  config: Config;
  database: Knex;
  tenant: Tenant;
  stop(): Promise<void>;
}

/** An embedded PostgreSQL that writes through to the disk, with the first tenant and nothing else beside it. */
export async function startEmbeddedDatabase(
  settings: Record<string, string> = {},
): Promise<EmbeddedDatabase> {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'parley-bench-'));
  chmodSync(directory, 0o711); // as root: PostgreSQL's own user has to pass through
  const base = loadConfig({
    ...process.env,
    PARLEY_DATA_DIR: join(directory, 'data'),
    LOG_LEVEL: 'error',
    POSTGRES_PORT: '0',
    // Nothing here talks to it; a given address keeps the embedded one from being started.
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    ...settings,
  });
  const embedded = await startEmbedded(base, { progress: createProgress(process.stderr) });
  const config = withEmbedded(base, embedded);
  await migrateDatabase(required(config, 'databaseUrl'));
  const database = connectDatabase(required(config, 'databaseUrl'));
  return {
    config,
    database,
    tenant: await ensureFirstTenant(database, config),
    async stop() {
      await database.destroy();
      await embedded.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
