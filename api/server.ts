import { createServer, type Server } from 'node:http';
import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import type Koa from 'koa';
import { systemClock } from '../adapters/clock.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { configuredMailAuth, createMailIngest } from '../adapters/mail/inbound.ts';
import { createMetrics } from '../adapters/metrics/metrics.ts';
import { showQueues } from '../adapters/metrics/queue-metrics.ts';
import { showReading } from '../adapters/metrics/reading-metrics.ts';
import { createMailUsage } from '../adapters/postgres/mail-usage.ts';
import { meteredIngest } from '../activities/inbound/metered-ingest.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { createMeetingAnswers } from '../adapters/postgres/answers/answers.ts';
import { roomChanges } from '../adapters/postgres/rooms/changes.ts';
import { listenToDatabase } from '../adapters/postgres/notifications.ts';
import { pendingMigrations } from '../adapters/postgres/migrate.ts';
import { borrowReading } from '../adapters/reading/configured.ts';
import type { Reading } from '../adapters/reading/reading.ts';
import { connectClient } from '../adapters/temporal/connect.ts';
import { createDeliveries } from '../adapters/temporal/deliveries.ts';
import { createMeetings } from '../adapters/temporal/meetings.ts';
import { createQueueChecks, type QueueCheck } from '../adapters/temporal/pollers.ts';
import { loadTexts } from '../adapters/texts/load.ts';
import { required, type Config } from '../config/index.ts';
import { createApp } from './app.ts';
import type { ReadinessCheck } from './deps.ts';
import { createRoomFeeds } from './rooms/live-feeds.ts';
import type { MailboxReader } from './pages/mailbox/reader.ts';
import { createRoomStreams } from './pages/rooms/create-streams.ts';
import { startListeners } from './smtp/listeners.ts';

export interface RunningApi {
  url: string;
  smtpPort: number;
  /** Null: no LMTP. */
  lmtpPort: number | null;
  stop(): Promise<void>;
}

/**
 * The doors: API and pages over HTTP, and incoming mail over SMTP and LMTP.
 *
 * @param extras.mailbox everybody's mail, in the embedded mode
 * @param extras.reading the process's, where it has one already
 */
export async function startApi(
  config: Config,
  extras: { mailbox?: MailboxReader; reading?: Reading } = {},
): Promise<RunningApi> {
  const log = createLogger({ level: config.log.level, name: 'api' });
  const texts = loadTexts(config.texts);
  const knex = connectDatabase(required(config, 'databaseUrl'), { poolSize: config.databasePoolSize });
  const client = await connectClient(config);
  const notifications = listenToDatabase(required(config, 'databaseUrl'), { log });
  const meetings = createMeetings(client, config, createMeetingAnswers(knex, { notifications }));
  const deliveries = createDeliveries(client, config);
  const secretKey = required(config, 'secretKey');
  const { reading, release } = borrowReading(config, log, extras.reading);
  const { ingest: unmetered, inbound } = createMailIngest({
    database: knex,
    secretKey,
    clock: systemClock,
    meetings,
    deliveries,
    mailAuth: configuredMailAuth(config),
    reading,
    tagSeparator: config.mail.tagSeparator,
    log,
  });
  const usage = createMailUsage(knex, {
    bytesPerDay: config.storedBytesPerDay,
    tagSeparator: config.mail.tagSeparator,
    nowMs: () => systemClock.nowMs(),
    onFailure: (error) => log.warn({ err: error }, 'how much mail came in could not be written down'),
  });
  const metrics = createMetrics({ process: true });
  showReading(reading, metrics.registry);
  const queues = createQueueChecks(client, config.temporal.taskQueuePrefix);
  showQueues(queues, metrics.registry);
  const ingest = meteredIngest(unmetered, {
    usage,
    isFull: () => reading.isFull(),
    onRefused: () => metrics.mailQuotaRefusals.inc(),
  });
  const { streamsPerClient, streamsPerRoom } = config.limits.open;
  const roomStreams = createRoomStreams({
    mostPerClient: streamsPerClient,
    mostPerRoom: streamsPerRoom,
    knex,
    clock: systemClock,
    log,
    changes: roomChanges(notifications),
  });
  const feeds = createRoomFeeds({
    ...{ config, knex, client, meetings, deliveries, reading },
    clock: systemClock,
    log,
  });
  const app = createApp({
    config,
    knex,
    meetings,
    clock: systemClock,
    log,
    metrics,
    readiness: readinessOf(knex, client, queues),
    ingest,
    inbound,
    feeds,
    texts,
    roomStreams,
    mailbox: extras.mailbox,
  });
  const http = await listen(app, config.http);
  const listeners = await startListeners(config, { knex, ingest, clock: systemClock, log });
  return {
    url: config.publicUrl,
    smtpPort: listeners.smtpPort,
    lmtpPort: listeners.lmtpPort,
    async stop() {
      // Streams end only by themselves, and the doors wait for what is open.
      await roomStreams.stop();
      await Promise.all([close(http), listeners.stop()]);
      await feeds.close();
      await release();
      await usage.stop();
      await notifications.stop();
      await client.connection.close();
      await knex.destroy();
    },
  };
}

/** Without a worker for meetings nothing here has an answer; of the other queues only mail and feeds wait, and a metric tells. */
const readinessOf = (knex: Knex, client: Client, queues: readonly QueueCheck[]): ReadinessCheck[] => [
  { name: 'database', check: () => knex.raw('SELECT 1') },
  { name: 'migrations', check: async () => (await pendingMigrations(knex)).length === 0 },
  {
    name: 'temporal',
    check: () => client.workflowService.describeNamespace({ namespace: client.options.namespace }),
  },
  ...queues
    .filter(({ queue }) => queue === 'meetings')
    .map(({ isRun }) => ({ name: 'worker', check: isRun })),
];

function listen(app: Koa, at: { host: string; port: number }): Promise<Server> {
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => resolve(server));
  });
}

/** Takes nothing new, finishes what is in flight, and lets go of connections that wait for nothing. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
