import type { Logger } from 'pino';
import { meteredIngest } from '../activities/inbound/metered-ingest.ts';
import type { WorkflowCare } from '../activities/meeting/care.ts';
import { createMetrics, type Metrics } from '../adapters/metrics/metrics.ts';
import { showQueues } from '../adapters/metrics/queue-metrics.ts';
import { createHolidayReader } from '../adapters/reading/holiday-reader.ts';
import { showReading } from '../adapters/metrics/reading-metrics.ts';
import { rememberTaken } from '../adapters/postgres/booking/remembered-taken.ts';
import { createMailUsage } from '../adapters/postgres/mail-usage.ts';
import { pendingMigrations } from '../adapters/postgres/migrate.ts';
import { roomChanges } from '../adapters/postgres/rooms/changes.ts';
import { createQueueChecks, type QueueCheck } from '../adapters/temporal/pollers.ts';
import type { ApiDeps, ReadinessCheck } from '../api/deps.ts';
import type { MailboxReader } from '../api/pages/mailbox/reader.ts';
import { createRoomStreams } from '../api/pages/rooms/create-streams.ts';
import { startHttp } from '../api/server.ts';
import { startListeners } from '../api/smtp/listeners.ts';
import { RememberedSlots } from '../queries/remembered-slots.ts';
import type { Parley } from './assemble.ts';
import { quickHealth } from './health.ts';

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
 * @returns `stop` leaves Parley open
 */
export async function startApi(
  parley: Parley,
  { mailbox }: { mailbox?: MailboxReader | undefined } = {},
): Promise<RunningApi> {
  const { config, knex, clock, reading } = parley;
  const log = parley.log.child({ part: 'api' });
  const metrics = createMetrics({ process: true });
  const queues = createQueueChecks(parley.client, config.temporal.taskQueuePrefix);
  showReading(reading, metrics.registry);
  showQueues(queues, metrics.registry);
  const usage = createMailUsage(knex, {
    bytesPerDay: config.storedBytesPerDay,
    tagSeparator: config.mail.tagSeparator,
    nowMs: () => clock.nowMs(),
    onFailure: (error) => log.warn({ err: error }, 'how much mail came in could not be written down'),
  });
  const ingest = meteredIngest(parley.ingest, {
    usage,
    isFull: () => reading.isFull(),
    onRefused: () => metrics.mailQuotaRefusals.inc(),
  });
  const readiness = readinessOf(parley, queues);
  const http = await startHttp(apiDeps(parley, { log, metrics, ingest, readiness, mailbox }), config.http);
  const listeners = await startListeners(config, { knex, ingest, clock, log });
  return {
    url: config.publicUrl,
    smtpPort: listeners.smtpPort,
    lmtpPort: listeners.lmtpPort,
    async stop() {
      await Promise.all([http.stop(), listeners.stop()]);
      await usage.stop();
    },
  };
}

/** What the doors add to Parley, or take in place of its own. */
export interface ApiExtras extends Partial<
  Pick<ApiDeps, 'ingest' | 'health' | 'mailbox' | 'readiness' | 'roomStreams'>
> {
  log?: Logger;
  metrics?: Metrics;
}

/** What the routes and pages of the API are made of. */
export function apiDeps(parley: Parley, extras: ApiExtras = {}): ApiDeps {
  const { config, knex, clock, meetings, deliveries, inbound, feeds, texts } = parley;
  const { log = parley.log, metrics = createMetrics(), readiness = [], ingest = parley.ingest } = extras;
  const { streamsPerClient, streamsPerRoom } = config.limits.open;
  const roomStreams =
    extras.roomStreams ??
    createRoomStreams({
      mostPerClient: streamsPerClient,
      mostPerRoom: streamsPerRoom,
      changes: roomChanges(parley.notifications),
      ...{ knex, clock, log },
    });
  const readTaken = rememberTaken();
  return {
    ...{ config, knex, clock, readTaken, log, metrics, readiness, meetings, deliveries, inbound, ingest },
    care: whenAsked(parley),
    ...{ feeds, texts, roomStreams },
    holidays: { ...createHolidayReader(parley.reading), reader: feeds.reader, urls: feeds.urls },
    rememberedSlots: new RememberedSlots({ knex, clock, readTaken }, ({ bytes }) => bytes.length),
    health: extras.health ?? quickHealth(parley, { catches: extras.mailbox !== undefined }),
    mailbox: extras.mailbox,
    outsideMail: parley.outsideMail,
  };
}

/** Who looks after nothing needs no connection for it. */
const whenAsked = (parley: Pick<Parley, 'care'>): WorkflowCare => ({
  describe: async (workflowId) => parley.care.describe(workflowId),
  hurry: async (workflowId, activity) => parley.care.hurry(workflowId, activity),
  revive: async (workflowId) => parley.care.revive(workflowId),
});

/** Without a worker for meetings nothing here has an answer; of the other queues only mail and feeds wait, and a metric tells. */
const readinessOf = ({ knex, client }: Parley, queues: readonly QueueCheck[]): ReadinessCheck[] => [
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
