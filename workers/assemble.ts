import { Client, Connection } from '@temporalio/client';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { createIngest, type Ingest, type IngestPorts, type MailAuth } from '../activities/inbound/ingest.ts';
import type { CalendarDoor } from '../activities/inbound/calendar-mail.ts';
import type { Deliveries, FeedArranger } from '../activities/inbound/ports.ts';
import type { Clock } from '../activities/clock.ts';
import type { FeedSchedules } from '../activities/feed/fetching.ts';
import type { MailComposer } from '../activities/delivery/ports.ts';
import type { WorkflowCare } from '../activities/meeting/care.ts';
import type { Meetings } from '../activities/meeting/meetings.ts';
import type { VideoRooms } from '../activities/meeting/ports.ts';
import { systemClock } from '../adapters/clock.ts';
import { createLogger } from '../adapters/log/logger.ts';
import { configuredMailAuth, inboundPorts } from '../adapters/mail/inbound.ts';
import { createMeetingAnswers } from '../adapters/postgres/answers/answers.ts';
import { addresseesOf } from '../adapters/postgres/calendars/addressees.ts';
import { connectDatabase } from '../adapters/postgres/database.ts';
import { createFeedArranger } from '../adapters/postgres/feeds/arranger.ts';
import { createMeetingStore } from '../adapters/postgres/meeting-store.ts';
import { listenToDatabase, type Notifications } from '../adapters/postgres/notifications.ts';
import { createVideoNames } from '../adapters/postgres/video-names.ts';
import { configuredReading } from '../adapters/reading/configured.ts';
import type { Reading } from '../adapters/reading/reading.ts';
import { createWorkflowCare } from '../adapters/temporal/care.ts';
import { connectionOptions } from '../adapters/temporal/connect.ts';
import { createDeliveries } from '../adapters/temporal/deliveries.ts';
import { createFeedSchedules } from '../adapters/temporal/feed-schedules.ts';
import { createMeetings } from '../adapters/temporal/meetings.ts';
import type { Texts } from '../adapters/texts/texts.ts';
import { createVideoRooms } from '../adapters/video/rooms.ts';
import { createOutsideMail, type OutsideMail } from '../commands/calendars/scheduling/outside.ts';
import { receiveMail } from '../commands/calendars/scheduling/receive-mail.ts';
import type { RoomFeeds } from '../commands/rooms/room-feeds.ts';
import { required, type Config } from '../config/index.ts';
import { configuredComposer, configuredMessageTools, configuredTags } from './outgoing-mail.ts';
import { createRoomFeeds } from './room-feeds.ts';
import { configuredTexts } from './texts.ts';

/** What doors and queues are made of. */
interface Parts {
  client: Client;
  notifications: Notifications;
  /** The threads that read what somebody sent. */
  reading: Reading;
  texts: Texts;
  meetings: Meetings;
  deliveries: Deliveries;
  care: WorkflowCare;
  feedSchedules: FeedSchedules;
  feedArranger: FeedArranger;
  /** The calendars of rooms, for their settings. */
  feeds: RoomFeeds;
  video: VideoRooms;
  composer: MailComposer;
  /** What meetings and deliveries write. */
  store: ReturnType<typeof createMeetingStore>;
  /** Whether senders of mail are checked. */
  mailAuth: MailAuth;
  /** What mail that came in is decided with. */
  inbound: IngestPorts;
  ingest: Ingest;
  /** Writes to people who keep no calendar here; null: nobody does. */
  outsideMail: OutsideMail | null;
}

/** What is taken in place of what the configuration says; it is left to who gave it to close it. */
export interface Overrides extends Partial<Parts> {
  clock?: Clock;
  log?: Logger;
  knex?: Knex;
  /** How long a caller waits for a meeting's answer, in ms. */
  patienceMs?: number;
}

/**
 * Builds Parley on a configuration: for the command line, the embedded stack, tests and benchmarks alike.
 *
 * @throws ConfigError where a part is first asked for and its settings are missing or wrong
 */
export const assemble = (config: Config, overrides: Overrides = {}): Parley => new Parley(config, overrides);

/**
 * Everything in a process, once. Each part is made when it is first asked for, so that a process opens, and needs settings
 * for, only what it uses.
 */
export class Parley implements Readonly<Parts> {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly knex: Knex;
  readonly #patienceMs: number | undefined;
  readonly #parts: Partial<Parts>;
  readonly #closes: (() => Promise<unknown>)[] = [];

  constructor(config: Config, { clock, log, knex, patienceMs, ...parts }: Overrides) {
    this.config = config;
    this.clock = clock ?? systemClock;
    this.log = log ?? createLogger({ level: config.log.level });
    this.#patienceMs = patienceMs;
    this.#parts = parts;
    this.knex = knex ?? this.#connect();
  }

  get client(): Client {
    return this.#part('client', () => {
      const connection = Connection.lazy(connectionOptions(this.config));
      this.#closes.push(() => connection.close());
      return new Client({ connection, namespace: this.config.temporal.namespace });
    });
  }

  get notifications(): Notifications {
    return this.#part('notifications', () => {
      const notifications = listenToDatabase(this.#databaseUrl, { log: this.log });
      this.#closes.push(() => notifications.stop());
      return notifications;
    });
  }

  get reading(): Reading {
    return this.#part('reading', () => {
      const reading = configuredReading(this.config, this.log.child({ part: 'reading' }));
      this.#closes.push(() => reading.close());
      return reading;
    });
  }

  get texts(): Texts {
    return this.#part('texts', () => configuredTexts(this.config, this.log));
  }

  get meetings(): Meetings {
    return this.#part('meetings', () => {
      const patienceMs = this.#patienceMs;
      const answers = createMeetingAnswers(this.knex, { notifications: this.notifications });
      const options = patienceMs === undefined ? this.config : { ...this.config, patienceMs };
      return createMeetings(this.client, options, answers, this.clock);
    });
  }

  get deliveries(): Deliveries {
    return this.#part('deliveries', () => createDeliveries(this.client, this.config));
  }

  get care(): WorkflowCare {
    return this.#part('care', () => createWorkflowCare(this.client));
  }

  get feedSchedules(): FeedSchedules {
    return this.#part('feedSchedules', () => createFeedSchedules(this.client, this.config));
  }

  get feedArranger(): FeedArranger {
    return this.#part('feedArranger', () => createFeedArranger(this.knex, this.feedSchedules));
  }

  get feeds(): RoomFeeds {
    return this.#part('feeds', () => {
      const feeds = createRoomFeeds(this);
      this.#closes.push(() => feeds.close());
      return feeds;
    });
  }

  get video(): VideoRooms {
    return this.#part('video', () => createVideoRooms(this.config, createVideoNames(this.knex)));
  }

  get composer(): MailComposer {
    return this.#part('composer', () => configuredComposer(this.config, this.texts, this.log));
  }

  get store(): Parts['store'] {
    return this.#part('store', () => {
      const tools = configuredMessageTools(this.config, this.composer, this.log);
      return createMeetingStore(this.knex, tools);
    });
  }

  get mailAuth(): MailAuth {
    return this.#part('mailAuth', () => configuredMailAuth(this.config));
  }

  get inbound(): IngestPorts {
    return this.#part('inbound', () =>
      inboundPorts({
        database: this.knex,
        secretKey: required(this.config, 'secretKey'),
        clock: this.clock,
        meetings: this.meetings,
        deliveries: this.deliveries,
        mailAuth: this.mailAuth,
        calendars: this.#calendarDoor,
        reading: this.reading,
        tagSeparator: this.config.mail.tagSeparator,
        log: this.log,
      }),
    );
  }

  get outsideMail(): OutsideMail | null {
    return this.#part('outsideMail', () =>
      this.config.calendars.invites
        ? createOutsideMail({
            tags: configuredTags(this.config, this.log),
            relay: (pending) => this.inbound.relay(pending),
            onFailure: (error) =>
              this.log.warn({ err: error }, 'a message of a calendar waits in the outbox'),
          })
        : null,
    );
  }

  get #calendarDoor(): CalendarDoor {
    return {
      addresseesOf: (mail) => addresseesOf(this.knex, mail, this.config.mail.tagSeparator),
      receive: (mail) => {
        const { unknownOrganizers } = this.config.calendars;
        return receiveMail({ knex: this.knex, outsideMail: this.outsideMail, unknownOrganizers }, mail);
      },
    };
  }

  get ingest(): Ingest {
    return this.#part('ingest', () => createIngest(this.inbound));
  }

  /** Closes what was opened, the newest first, because it uses the older; to be called when nothing uses it any more. */
  async close(): Promise<void> {
    for (const close of this.#closes.splice(0).reverse()) await close();
  }

  #connect(): Knex {
    const knex = connectDatabase(this.#databaseUrl, { poolSize: this.config.databasePoolSize });
    this.#closes.push(() => knex.destroy());
    return knex;
  }

  get #databaseUrl(): string {
    return required(this.config, 'databaseUrl');
  }

  #part<Name extends keyof Parts>(name: Name, make: () => Parts[Name]): Parts[Name] {
    return (this.#parts[name] ??= make());
  }
}
