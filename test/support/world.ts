import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Client, Connection } from '@temporalio/client';
import type { Knex } from 'knex';
import { Registry } from 'prom-client';
import type { Ingest, IngestPorts, MailAuth } from '../../activities/inbound/ingest.ts';
import type { Deliveries } from '../../activities/inbound/ports.ts';
import type { Clock } from '../../activities/clock.ts';
import type { Meetings } from '../../activities/meeting/meetings.ts';
import { relayWebhooks } from '../../activities/webhooks/relay.ts';
import type { VideoRooms } from '../../activities/meeting/ports.ts';
import { systemClock } from '../../adapters/clock.ts';
import { createMailComposer, type ComposerOptions } from '../../adapters/mail/compose.ts';
import type { BreakerOptions } from '../../adapters/mail/breaking-sender.ts';
import { createMeetingAnswers } from '../../adapters/postgres/answers/answers.ts';
import { ensureFirstTenant, type Tenant } from '../../adapters/postgres/tenants.ts';
import { createUnstartedWebhooks } from '../../adapters/postgres/webhooks/unstarted.ts';
import { addSearchAttributes, registerSearchAttributes } from '../../adapters/temporal/search-attributes.ts';
import { createRoomNames } from '../../adapters/video/room-names.ts';
import { createJitsiRooms } from '../../adapters/video/jitsi.ts';
import { loadConfig, type Config } from '../../config/index.ts';
import { assemble } from '../../workers/assemble.ts';
import type { MailCatcher } from '../../workers/embedded/mail-catcher.ts';
import { mailWork } from '../../workers/queues/mail.ts';
import { meetingsWork } from '../../workers/queues/meetings.ts';
import { webhooksWork } from '../../workers/queues/webhooks.ts';
import { taskQueueOf } from '../../workflows/queues.ts';
import { createTestDatabase } from './database.ts';
import { hastyMeetings } from './hasty-meetings.ts';
import './quiet-temporal.ts';
import { testService } from './services.ts';
import { startTestCatcher } from './smtp-catcher.ts';
import { createTimeSkippingEnvironment } from './time-skipping.ts';
import { testWorkflowBundle } from './workflow-bundle.ts';
import { testReading } from './reading.ts';

export const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');
export const PUBLIC_URL = 'http://parley.test';

/** A whole Parley without its HTTP doors: real PostgreSQL, Temporal and SMTP, and a worker. */
export interface World {
  database: Knex;
  databaseUrl: string;
  client: Client;
  catcher: MailCatcher;
  meetings: Meetings;
  deliveries: Deliveries;
  /** See hasty-meetings.ts. */
  hasty: Meetings;
  ingest: Ingest;
  inbound: IngestPorts;
  tenant: Tenant;
  video: { opened: string[]; closed: string[] };
  /** Starts the deliveries of events that wait. */
  relayWebhooks(): Promise<number>;
  /** The server's time: it runs ahead where time is skipped. */
  nowMs(): Promise<number>;
  /** What the activities' clock tells from now on, as where workers rest beyond a timer; null: the server's time. Only where time is skipped. */
  clockSays(atMs: number | null): void;
  /** The activities’ clock: the server's time, as it was told last. */
  clock: Clock;
  /** Lets time pass: at once where it can be skipped. */
  pass(ms: number): Promise<void>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  timeSkipping?: boolean;
  refuseMail?: Parameters<typeof startTestCatcher>[0];
  /** Whether senders are checked; off when absent. */
  mailAuth?: MailAuth;
  /** Another mail server than the catcher, or another pace. */
  mail?: Partial<Config['mail']>;
  breaker?: BreakerOptions;
  composer?: ComposerOptions;
  organizerEmail?: string;
  /** How patiently messages are tried, in ms. */
  delivery?: { firstRetryMs: number; longestRetryMs: number; giveUpMs: number };
}

const PATIENT = { firstRetryMs: 200, longestRetryMs: 1_000, giveUpMs: 3_600_000 };

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const stops: (() => Promise<unknown>)[] = [];
  const { url, drop } = await createTestDatabase();
  const catcher = await startTestCatcher(options.refuseMail);
  const server = options.timeSkipping ? await skippingServer(stops) : await devServer(stops);
  const video = recordingRooms();
  const config = worldConfig(url, catcher.smtpUrl, options);
  const parley = assemble(config, {
    client: server.client,
    clock: server.clock,
    video,
    mailAuth: options.mailAuth ?? { mode: 'off' },
    composer: createMailComposer(undefined, options.composer),
    reading: testReading(),
    patienceMs: 30_000,
  });
  const { knex: database, notifications, log } = parley;
  const tenant = await ensureFirstTenant(database, config);

  const workflowBundle = await testWorkflowBundle();
  const { breaker } = options;
  const parts = { parley, log, registry: new Registry(), ...(breaker && { breaker }) };
  const works = { meetings: meetingsWork(parts), mail: mailWork(parts), webhooks: webhooksWork(parts) };
  const workers = await Promise.all(
    Object.entries(works).map(([queue, { activities }]) =>
      Worker.create({
        connection: server.native,
        taskQueue: taskQueueOf(config.temporal.taskQueuePrefix, queue as keyof typeof works),
        workflowBundle,
        activities,
      }),
    ),
  );
  const running = Promise.all(workers.map((worker) => worker.run()));
  const answers = createMeetingAnswers(database, { notifications });
  return {
    database,
    databaseUrl: url,
    client: server.client,
    catcher,
    meetings: parley.meetings,
    deliveries: parley.deliveries,
    hasty: hastyMeetings(server.client, { ...config, patienceMs: 30_000 }, answers, server.clock),
    ingest: parley.ingest,
    inbound: parley.inbound,
    tenant,
    video,
    relayWebhooks: () =>
      relayWebhooks({ unstarted: createUnstartedWebhooks(database), deliveries: parley.deliveries }),
    nowMs: server.nowMs,
    pass: server.pass,
    clock: server.clock,
    clockSays: server.clockSays ?? notSkipped,
    async stop() {
      for (const worker of workers) worker.shutdown();
      await running;
      for (const work of Object.values(works)) await work.stop();
      await parley.close();
      for (const stop of stops.reverse()) await stop();
      await catcher.stop();
      await drop();
    },
  };
}

const notSkipped = () => {
  throw new Error('only where time is skipped');
};

/** Whatever the environment says, the same for every test. */
function worldConfig(databaseUrl: string, smtpUrl: string, options: WorldOptions): Config {
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    SMTP_URL: smtpUrl,
    PARLEY_SECRET_KEY: SECRET_KEY,
    PUBLIC_URL,
    ORGANIZER_EMAIL: options.organizerEmail ?? 'scheduling@parley.test',
    TEMPORAL_TASK_QUEUE_PREFIX: `test-${randomUUID()}-`,
    LOG_LEVEL: 'silent',
    WEBHOOK_ALLOWED_HOSTS: '127.0.0.1',
  });
  const pace = { connections: 5, perDomain: 5, perDomainPerMinute: 0 };
  return {
    ...config,
    delivery: options.delivery ?? PATIENT,
    mail: { ...config.mail, ...pace, ...options.mail },
  };
}

interface Server {
  client: Client;
  native: NativeConnection;
  nowMs(): Promise<number>;
  pass(ms: number): Promise<void>;
  clockSays?: World['clockSays'];
  /** Knows the server's time as it was when somebody last asked for it, or let time pass, and goes on from there. */
  clock: Clock;
}

async function skippingServer(stops: (() => Promise<unknown>)[]): Promise<Server> {
  const env: TestWorkflowEnvironment = await createTimeSkippingEnvironment();
  stops.push(() => env.teardown());
  // This server cannot list them.
  await addSearchAttributes(env.connection, 'default');
  let aheadMs = 0;
  let saidMs: number | null = null;
  const nowMs = async () => {
    const serverMs = await env.currentTimeMs();
    aheadMs = serverMs - Date.now();
    return serverMs;
  };
  return {
    client: env.client,
    native: env.nativeConnection,
    nowMs,
    pass: async (ms) => {
      await env.sleep(ms);
      await nowMs();
    },
    clockSays: (atMs) => {
      saidMs = atMs;
    },
    clock: { nowMs: () => saidMs ?? Date.now() + aheadMs },
  };
}

async function devServer(stops: (() => Promise<unknown>)[]): Promise<Server> {
  const address = await testService('temporal');
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  await registerSearchAttributes(connection, 'default');
  stops.push(
    () => connection.close(),
    () => native.close(),
  );
  return {
    client: new Client({ connection }),
    native,
    nowMs: () => Promise.resolve(Date.now()),
    pass: (ms) => wait(ms),
    clock: systemClock,
  };
}

function recordingRooms(): VideoRooms & World['video'] {
  const jitsi = createJitsiRooms(createRoomNames(SECRET_KEY), 'https://video.test');
  const opened: string[] = [];
  const closed: string[] = [];
  return {
    opened,
    closed,
    async open(room) {
      opened.push(room.meetingId);
      return jitsi.open(room);
    },
    async close(room) {
      closed.push(room.meetingId);
      return jitsi.close(room);
    },
  };
}
