import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMeetingAnswers } from '../adapters/postgres/answers/answers.ts';
import { ensureFirstTenant } from '../adapters/postgres/tenants.ts';
import { migrateAll } from '../cli/commands/migrate.ts';
import { loadConfig, required, type Config } from '../config/index.ts';
import { hastyMeetings } from '../test/support/hasty-meetings.ts';
import type { World } from '../test/support/world.ts';
import { assemble, type Parley } from '../workers/assemble.ts';
import { createProgress } from '../workers/embedded/progress.ts';
import { resolvePort } from '../workers/embedded/ports.ts';
import { startEmbedded } from '../workers/embedded/stack.ts';
import { withEmbedded } from '../workers/embedded/with-embedded.ts';
import { provideTemporal } from '../workers/embedded/temporal-binary.ts';
import { startTemporal } from '../workers/embedded/temporal.ts';
import { startWorker } from '../workers/worker.ts';

export interface BenchStack extends World {
  config: Config;
  parley: Parley;
}

/**
 * Our worker on an embedded PostgreSQL that writes through to the disk, and a Temporal server that keeps everything in
 * memory: with its file, a development server waits for the disk more than for anybody's workflow.
 */
export async function startBenchStack(): Promise<BenchStack> {
  const directory = mkdtempSync(join(realpathSync(tmpdir()), 'parley-bench-'));
  chmodSync(directory, 0o711); // as root: PostgreSQL's own user has to pass through
  const settings = { PARLEY_DATA_DIR: join(directory, 'data'), LOG_LEVEL: 'error', DATABASE_POOL_SIZE: '20' };
  const { cacheDir } = loadConfig().embedded;
  const progress = createProgress(process.stderr);
  const temporal = await startTemporal({
    executable: (await provideTemporal({ cacheDir, progress })).path,
    port: await resolvePort('127.0.0.1', 0),
    namespace: 'default',
    logFile: join(directory, 'temporal.log'),
  });
  const base = loadConfig({
    ...process.env,
    ...settings,
    POSTGRES_PORT: '0',
    TEMPORAL_ADDRESS: temporal.address,
  });
  const embedded = await startEmbedded(base, { progress });
  const config = withEmbedded(base, embedded);
  await migrateAll(config);
  const parley = assemble(config, { mailAuth: { mode: 'off' }, patienceMs: 60_000 });
  const worker = await startWorker(parley);
  const { knex: database, client, notifications } = parley;
  return {
    parley,
    config,
    database,
    databaseUrl: required(config, 'databaseUrl'),
    client,
    catcher: embedded.catcher!,
    deliveries: parley.deliveries,
    meetings: parley.meetings,
    hasty: hastyMeetings(client, config, createMeetingAnswers(database, { notifications }), parley.clock),
    ingest: parley.ingest,
    inbound: parley.inbound,
    tenant: await ensureFirstTenant(database, config),
    video: { opened: [], closed: [] },
    // The worker does so by itself.
    relayWebhooks: () => Promise.resolve(0),
    nowMs: () => Promise.resolve(Date.now()),
    clock: parley.clock,
    clockSays: () => undefined,
    pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    async stop() {
      await worker.stop();
      await parley.close();
      await embedded.stop();
      await temporal.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
