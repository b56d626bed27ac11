import type { Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { showReading } from '../adapters/metrics/reading-metrics.ts';
import { createMeetingAnswers } from '../adapters/postgres/answers/answers.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { createFeedArranger } from '../adapters/postgres/feeds/arranger.ts';
import { createMeetingStore } from '../adapters/postgres/meeting-store.ts';
import { borrowReading } from '../adapters/reading/configured.ts';
import type { Reading } from '../adapters/reading/reading.ts';
import { connectClient } from '../adapters/temporal/connect.ts';
import { createDeliveries } from '../adapters/temporal/deliveries.ts';
import { createFeedSchedules } from '../adapters/temporal/feed-schedules.ts';
import { createMeetings } from '../adapters/temporal/meetings.ts';
import { required, type Config } from '../config/index.ts';
import { startMetricsServer } from './metrics-server.ts';
import { configuredMessageTools } from './outgoing-mail.ts';
import type { WorkerParts } from './queues/work.ts';

/**
 * Opens what the queues of a worker share.
 *
 * @param existing the reading of this process, where it has one already
 */
export async function openParts(
  config: Config,
  log: Logger,
  existing: Reading | undefined,
): Promise<{ parts: WorkerParts; close(): Promise<void> }> {
  const database = connectDatabase(required(config, 'databaseUrl'), { poolSize: config.databasePoolSize });
  const client = await connectClient(config);
  const registry = new Registry();
  const metrics = await metricsServer(registry, config, log);
  const { reading, release } = borrowReading(config, log, existing);
  showReading(reading, registry);
  let store: ReturnType<WorkerParts['store']> | undefined;
  return {
    parts: {
      ...{ config, log, database, client, reading, registry },
      engine: {
        // Nothing here waits for an answer, so nothing listens for one.
        meetings: createMeetings(client, config, createMeetingAnswers(database)),
        deliveries: createDeliveries(client, config),
      },
      feeds: createFeedArranger(database, createFeedSchedules(client, config)),
      store: () => (store ??= createMeetingStore(database, configuredMessageTools(config, log))),
    },
    async close() {
      await metrics?.stop();
      await release();
      await client.connection.close();
      await database.destroy();
    },
  };
}

async function metricsServer(registry: Registry, config: Config, log: Logger) {
  if (config.workerMetricsPort === undefined) return undefined;
  collectDefaultMetrics({ register: registry });
  return startMetricsServer(registry, { host: config.http.host, port: config.workerMetricsPort }, log);
}
