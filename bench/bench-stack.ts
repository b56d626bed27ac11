import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../adapters/log/logger.ts';
import { createMailIngest } from '../adapters/mail/inbound.ts';
import { systemClock } from '../adapters/clock.ts';
import { createMeetingAnswers } from '../adapters/postgres/answers/answers.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { listenToDatabase } from '../adapters/postgres/notifications.ts';
import { configuredReading } from '../adapters/reading/configured.ts';
import type { Reading } from '../adapters/reading/reading.ts';
import { ensureFirstTenant } from '../adapters/postgres/tenants.ts';
import { connectClient } from '../adapters/temporal/connect.ts';
import { createDeliveries } from '../adapters/temporal/deliveries.ts';
import { createMeetings } from '../adapters/temporal/meetings.ts';
import { migrateAll } from '../cli/commands/migrate.ts';
import { loadConfig, required, type Config } from '../config/index.ts';
import { hastyMeetings } from '../test/support/hasty-meetings.ts';
import type { World } from '../test/support/world.ts';
import { createProgress } from '../workers/embedded/progress.ts';
import { resolvePort } from '../workers/embedded/ports.ts';
import { startEmbedded, withEmbedded } from '../workers/embedded/stack.ts';
import { provideTemporal } from '../workers/embedded/temporal-binary.ts';
import { startTemporal } from '../workers/embedded/temporal.ts';
import { startWorker } from '../workers/worker.ts';

export interface BenchStack extends World {
  config: Config;
  reading: Reading;
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
  const log = createLogger({ level: config.log.level });
  const reading = configuredReading(config, log);
  const worker = await startWorker(config, { reading });
  const database = connectDatabase(required(config, 'databaseUrl'));
  const client = await connectClient(config);
  const notifications = listenToDatabase(required(config, 'databaseUrl'), { log });
  const answers = createMeetingAnswers(database, { notifications });
  const meetings = createMeetings(client, { ...config, patienceMs: 60_000 }, answers);
  const secretKey = required(config, 'secretKey');
  return {
    config,
    reading,
    database,
    databaseUrl: required(config, 'databaseUrl'),
    client,
    catcher: embedded.catcher!,
    meetings,
    hasty: hastyMeetings(client, config, answers, systemClock),
    ...createMailIngest({
      database,
      secretKey,
      clock: systemClock,
      meetings,
      deliveries: createDeliveries(client, config),
      mailAuth: { mode: 'off' },
      reading,
      log,
    }),
    tenant: await ensureFirstTenant(database, config),
    video: { opened: [], closed: [] },
    nowMs: () => Promise.resolve(Date.now()),
    pass: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    async stop() {
      await worker.stop();
      await reading.close();
      await notifications.stop();
      await client.connection.close();
      await database.destroy();
      await embedded.stop();
      await temporal.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
