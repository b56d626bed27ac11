import { NativeConnection, Worker } from '@temporalio/worker';
import type { Knex } from 'knex';
import { createIngest, decideStored, type IngestPorts } from '../activities/ingest.ts';
import { createDeliveryActivities } from '../activities/delivery.ts';
import { createMeetingActivities } from '../activities/meeting.ts';
import type { Deliveries, FeedArranger } from '../activities/inbound-ports.ts';
import type { Clock, Meetings } from '../activities/ports.ts';
import { createSweep, relayForgotten } from '../activities/relay.ts';
import { createWatch } from '../activities/watch.ts';
import { systemClock } from '../adapters/clock.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { configuredMailAuth, inboundPorts } from '../adapters/mail/inbound.ts';
import { createMeetingAnswers } from '../adapters/postgres/answers/answers.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { createMeetingStore } from '../adapters/postgres/meeting-store.ts';
import { overdueMeetings } from '../adapters/postgres/overdue-meetings.ts';
import { forgetOldRefusals } from '../adapters/postgres/answers/refusals.ts';
import { createOutbox, meetingsWithUnsentMessages } from '../adapters/postgres/outbox.ts';
import { presenceWatch } from './presence-watch.ts';
import { createVideoNames } from '../adapters/postgres/video-names.ts';
import { borrowReading } from '../adapters/reading/configured.ts';
import type { Reading } from '../adapters/reading/reading.ts';
import { connectClient, connectionOptions } from '../adapters/temporal/connect.ts';
import { createDeliveries } from '../adapters/temporal/deliveries.ts';
import { createMeetings } from '../adapters/temporal/meetings.ts';
import { createStandsStill } from '../adapters/temporal/standing-still.ts';
import { createVideoRooms } from '../adapters/video/rooms.ts';
import { createSealer } from '../adapters/secrets/sealing.ts';
import { required, type Config } from '../config/index.ts';
import { startLoops, type LoopTask } from './loops.ts';
import { createStandingStillGauge } from '../adapters/metrics/meeting-metrics.ts';
import { showReading } from '../adapters/metrics/reading-metrics.ts';
import { createMailboxMetrics } from '../adapters/metrics/mailbox-metrics.ts';
import { createFeedSyncs } from './feeds.ts';
import { createMailboxWatch } from './mailboxes.ts';
import { meterMailboxes } from './metered-mailboxes.ts';
import { startOutgoingMail } from './outgoing-mail.ts';
import { createRetention } from './retention.ts';
import { useLogForTemporal } from './temporal-log.ts';
import { workflowBundle } from './workflow-bundle.ts';

/** What a worker needs before it can say that it runs; also the time that running activities get at the end. */
const SHUTDOWN_GRACE = '10 seconds';

/**
 * Runs the meetings' workflows and activities, and takes up what crashes left behind, until it is stopped.
 *
 * @param extras.reading the process's, where it has one already
 */
export async function startWorker(
  config: Config,
  extras: { reading?: Reading } = {},
): Promise<{ failed: Promise<never>; stop(): Promise<void> }> {
  const log = createLogger({ level: config.log.level, name: 'worker' });
  useLogForTemporal(log);
  const database = connectDatabase(required(config, 'databaseUrl'), { poolSize: config.databasePoolSize });
  const mail = await startOutgoingMail(config, log);
  const connection = await NativeConnection.connect(connectionOptions(config));
  const client = await connectClient(config);
  // Nothing here waits for an answer, so nothing listens for one.
  const meetings = createMeetings(client, config, createMeetingAnswers(database));
  const engine = { meetings, deliveries: createDeliveries(client, config) };
  const store = createMeetingStore(database, mail.tools);
  const { reading, release } = borrowReading(config, log, extras.reading);
  showReading(reading, mail.registry);
  const inbound = inboundPorts({
    database,
    secretKey: required(config, 'secretKey'),
    clock: systemClock,
    ...engine,
    mailAuth: configuredMailAuth(config),
    reading,
    tagSeparator: config.mail.tagSeparator,
    log,
  });
  const mailboxMetrics = createMailboxMetrics(mail.registry);
  const metered = meterMailboxes(config, createIngest(inbound), {
    ...{ database, log, metrics: mailboxMetrics },
    clock: systemClock,
  });
  const mailboxes = createMailboxWatch({
    mailboxes: config.mailboxes,
    database,
    ingest: metered.ingest,
    sealer: createSealer(required(config, 'secretKey')),
    log,
    metrics: mailboxMetrics,
  });
  const feeds = createFeedSyncs({ config, database, client, engine, reading, log });
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: config.temporal.taskQueue,
    workflowBundle: await workflowBundle(config.embedded.cacheDir),
    activities: {
      ...createMeetingActivities({
        store,
        mail: mail.sender,
        retry: config.delivery,
        video: createVideoRooms(config, createVideoNames(database)),
      }),
      ...createDeliveryActivities(store),
      ...mailboxes.activities,
      ...feeds.activities,
    },
    shutdownGraceTime: SHUTDOWN_GRACE,
  });
  const running = worker.run();
  const retention = createRetention(config, mail.registry);
  const standingStill = createStandingStillGauge(mail.registry);
  const watch = createWatch({
    clock: systemClock,
    overdueMeetings: (beforeMs) =>
      overdueMeetings(database, { beforeMs, forceCloseMs: config.room.forceCloseMs }),
    standsStill: createStandsStill(client),
    show: (count) => standingStill.set(count),
    onFound: (uid) => log.error({ uid }, 'a meeting stands still'),
  });
  const loops = startLoops(
    [
      ...recoveryTasks(inbound, database, { ...engine, feeds: feeds.arranger }),
      { name: 'watch', everyMs: 60_000, run: watch },
      { name: 'forget', everyMs: 600_000, run: () => forgetOldRefusals(database) },
      retention.task,
    ],
    log,
  );
  await mailboxes.start(client, config.temporal.taskQueue);
  return {
    failed: running.then(() => new Promise<never>(() => undefined)),
    async stop() {
      await loops.stop();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      mailboxes.stop();
      await running.catch(() => undefined);
      await metered.stop();
      await mail.stop();
      await feeds.stop();
      await release();
      await client.connection.close();
      await connection.close();
      await retention.stop();
      await database.destroy();
    },
  };
}

function recoveryTasks(
  inbound: IngestPorts,
  database: Knex,
  engine: { meetings: Meetings; deliveries: Deliveries; feeds: FeedArranger },
): LoopTask[] {
  const clock: Clock = systemClock;
  const outbox = createOutbox(database);
  return [
    { name: 'presence', everyMs: 5_000, run: presenceWatch(database, clock) },
    { name: 'relay', everyMs: 1_000, run: () => relayForgotten({ outbox, ...engine, clock }) },
    {
      name: 'sweep',
      everyMs: 15_000,
      run: createSweep({
        clock,
        meetings: engine.meetings,
        inbound: inbound.store,
        decide: (id) => decideStored(inbound, id),
        meetingsWithUnsentMessages: (beforeMs) => meetingsWithUnsentMessages(database, beforeMs),
      }),
    },
  ];
}
