import { NativeConnection, Worker } from '@temporalio/worker';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { decideStored } from '../activities/ingest.ts';
import { createDeliveryActivities } from '../activities/delivery.ts';
import { createMeetingActivities } from '../activities/meeting.ts';
import type { Clock, Deliveries, Meetings } from '../activities/ports.ts';
import { relayForgotten, sweep } from '../activities/relay.ts';
import { systemClock } from '../adapters/clock.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { createMailComposer, type ComposerOptions } from '../adapters/mail/compose.ts';
import { configuredDkimKey } from '../adapters/mail/dkim/key.ts';
import { createDkimSigner } from '../adapters/mail/dkim/signer.ts';
import { configuredMailAuth, inboundPorts } from '../adapters/mail/inbound.ts';
import { createSmtpSender } from '../adapters/mail/smtp-sender.ts';
import { createAddressTags } from '../adapters/mail/tagged-address.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { createMeetingStore } from '../adapters/postgres/meeting-store.ts';
import { createOutbox, meetingsWithUnsentMessages } from '../adapters/postgres/outbox.ts';
import { createVideoNames } from '../adapters/postgres/video-names.ts';
import { createSealer } from '../adapters/secrets/sealing.ts';
import { loadTexts } from '../adapters/texts/load.ts';
import type { Texts } from '../adapters/texts/texts.ts';
import { connectClient, connectionOptions } from '../adapters/temporal/connect.ts';
import { createDeliveries } from '../adapters/temporal/deliveries.ts';
import { createMeetings } from '../adapters/temporal/meetings.ts';
import { createVideoRooms } from '../adapters/video/rooms.ts';
import { required, type Config } from '../config/index.ts';
import { startLoops, type LoopTask } from './loops.ts';
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
  const store = createMeetingStore(database, {
    composer: createMailComposer(textsOf(config, log), signing(config)),
    sealer,
    publicUrl: config.publicUrl,
    tags: addressTags(config, log),
  });
  const worker = await Worker.create({
    connection,
    namespace: config.temporal.namespace,
    taskQueue: config.temporal.taskQueue,
    workflowBundle: await workflowBundle(config.embedded.cacheDir),
    activities: {
      ...createMeetingActivities({
        store,
        mail,
        video: createVideoRooms(config, createVideoNames(database)),
      }),
      ...createDeliveryActivities(store),
    },
    shutdownGraceTime: SHUTDOWN_GRACE,
  });
  const running = worker.run();
  const deliveries = createDeliveries(client, config);
  const loops = startLoops(recoveryTasks(config, database, { meetings, deliveries }, log), log);
  return {
    failed: running.then(() => new Promise<never>(() => undefined)),
    async stop() {
      await loops.stop();
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch(() => undefined);
      mail.close();
      await client.connection.close();
      await connection.close();
      await database.destroy();
    },
  };
}

function textsOf(config: Config, log: Logger): Texts {
  const texts = loadTexts(config.texts);
  for (const language of texts.languages) {
    const missing = texts.missing(language);
    if (missing > 0) log.warn({ language, missing }, 'English stands in for the texts that a language lacks');
  }
  return texts;
}

/** @throws ConfigError when the key cannot be used: better no mail than mail that nobody believes */
function signing({ mail: { dkim } }: Config): ComposerOptions {
  const key = configuredDkimKey(dkim);
  return key ? { sign: createDkimSigner({ ...dkim, key }) } : {};
}

const addressTags = (config: Config, log: Logger) =>
  createAddressTags({
    secretKey: required(config, 'secretKey'),
    separator: config.mail.tagSeparator,
    tagsMessages: config.mail.tags,
    onTooLong: () =>
      log.warn('an organizer mailbox has too long a name: its messages have no addresses of their own'),
  });

function recoveryTasks(
  config: Config,
  database: Knex,
  engine: { meetings: Meetings; deliveries: Deliveries },
  log: Logger,
): LoopTask[] {
  const clock: Clock = systemClock;
  const inbound = inboundPorts({
    database,
    secretKey: required(config, 'secretKey'),
    clock,
    ...engine,
    mailAuth: configuredMailAuth(config),
    tagSeparator: config.mail.tagSeparator,
    log,
  });
  const outbox = createOutbox(database);
  return [
    { name: 'relay', everyMs: 1_000, run: () => relayForgotten({ outbox, ...engine, clock }) },
    {
      name: 'sweep',
      everyMs: 15_000,
      run: () =>
        sweep({
          clock,
          meetings: engine.meetings,
          inbound: inbound.store,
          decide: (id) => decideStored(inbound, id),
          meetingsWithUnsentMessages: (beforeMs) => meetingsWithUnsentMessages(database, beforeMs),
        }),
    },
  ];
}
