import { NativeConnection, Worker } from '@temporalio/worker';
import type { Knex } from 'knex';
import { createIngest, decideStored, type IngestPorts } from '../activities/ingest.ts';
import { createMeetingActivities } from '../activities/meeting.ts';
import type { Clock, Meetings } from '../activities/ports.ts';
import { relayForgotten, sweep } from '../activities/relay.ts';
import { systemClock } from '../adapters/clock.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { createMailComposer } from '../adapters/mail/compose.ts';
import { inboundPorts } from '../adapters/mail/inbound.ts';
import { createSmtpSender } from '../adapters/mail/smtp-sender.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { createMeetingStore } from '../adapters/postgres/meeting-store.ts';
import { createOutbox, meetingsWithUnsentMessages } from '../adapters/postgres/outbox.ts';
import { createVideoNames } from '../adapters/postgres/video-names.ts';
import { createSealer } from '../adapters/secrets/sealing.ts';
import { connectClient, connectionOptions } from '../adapters/temporal/connect.ts';
import { createMeetings } from '../adapters/temporal/meetings.ts';
import { createVideoRooms } from '../adapters/video/rooms.ts';
import { required, type Config } from '../config/index.ts';
import { startLoops, type LoopTask } from './loops.ts';
import { createMailboxWatch } from './mailboxes.ts';
import { useLogForTemporal } from './temporal-log.ts';
import { workflowBundle } from './workflow-bundle.ts';

/** What a worker needs before it can say that it runs; also the time that running activities get at the end. */
const SHUTDOWN_GRACE = '10 seconds';

/** Runs the meetings' workflows and activities, and takes up what crashes left behind, until it is stopped. */
export async function startWorker(
  config: Config,
): Promise<{ failed: Promise<never>; stop(): Promise<void> }> {
  const log = createLogger({ level: config.log.level, name: 'worker' });
  useLogForTemporal(log);
  const database = connectDatabase(required(config, 'databaseUrl'), { poolSize: config.databasePoolSize });
  const mail = createSmtpSender(required(config.mail, 'smtpUrl'));
  const connection = await NativeConnection.connect(connectionOptions(config));
  const client = await connectClient(config);
  const sealer = createSealer(required(config, 'secretKey'));
  const meetings = createMeetings(client, config);
  const inbound = inboundPorts({
    database,
    secretKey: required(config, 'secretKey'),
    clock: systemClock,
    meetings,
    log,
  });
  const mailboxes = createMailboxWatch({
    mailboxes: config.mailboxes,
    database,
    ingest: createIngest(inbound),
    log,
  });
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: config.temporal.taskQueue,
    workflowBundle: await workflowBundle(config.embedded.cacheDir),
    activities: {
      ...createMeetingActivities({
        store: createMeetingStore(database, {
          composer: createMailComposer(),
          sealer,
          publicUrl: config.publicUrl,
        }),
        mail,
        video: createVideoRooms(config, createVideoNames(database)),
      }),
      ...mailboxes.activities,
    },
    shutdownGraceTime: SHUTDOWN_GRACE,
  });
  const running = worker.run();
  const loops = startLoops(recoveryTasks(inbound, database, meetings), log);
  await mailboxes.start(client, config.temporal.taskQueue);
  return {
    failed: running.then(() => new Promise<never>(() => undefined)),
    async stop() {
      await loops.stop();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      mailboxes.stop();
      await running.catch(() => undefined);
      mail.close();
      await client.connection.close();
      await connection.close();
      await database.destroy();
    },
  };
}

function recoveryTasks(inbound: IngestPorts, database: Knex, meetings: Meetings): LoopTask[] {
  const clock: Clock = systemClock;
  const outbox = createOutbox(database);
  return [
    { name: 'relay', everyMs: 1_000, run: () => relayForgotten({ outbox, meetings, clock }) },
    {
      name: 'sweep',
      everyMs: 15_000,
      run: () =>
        sweep({
          clock,
          meetings,
          inbound: inbound.store,
          decide: (id) => decideStored(inbound, id),
          meetingsWithUnsentMessages: (beforeMs) => meetingsWithUnsentMessages(database, beforeMs),
        }),
    },
  ];
}
