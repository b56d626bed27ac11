import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { createFeedActivities, type FeedActivities } from '../activities/feed/activities.ts';
import type { Deliveries, FeedArranger } from '../activities/inbound-ports.ts';
import type { Meetings } from '../activities/ports.ts';
import { relay } from '../activities/relay.ts';
import { systemClock } from '../adapters/clock.ts';
import { createFeedReader } from '../adapters/feeds/feed-reader.ts';
import { createFeedUrls } from '../adapters/feeds/feed-urls.ts';
import { createFeedArranger } from '../adapters/postgres/feeds/arranger.ts';
import { createFeedStore } from '../adapters/postgres/feeds/feed-store.ts';
import { createOutbox } from '../adapters/postgres/outbox.ts';
import { createCalendarTextReader, createFeedTextReader } from '../adapters/reading/feed-text-reader.ts';
import type { Reading } from '../adapters/reading/reading.ts';
import { createFeedSchedules } from '../adapters/temporal/feed-schedules.ts';
import { required, type Config } from '../config/index.ts';

export interface FeedParts {
  config: Config;
  database: Knex;
  client: Client;
  engine: { meetings: Meetings; deliveries: Deliveries };
  reading: Reading;
  log: Logger;
}

/** The part of a worker that follows feeds. */
export interface FeedSyncs {
  activities: FeedActivities;
  arranger: FeedArranger;
  stop(): Promise<void>;
}

export function createFeedSyncs({ config, database, client, engine, reading, log }: FeedParts): FeedSyncs {
  const reader = createFeedReader({ ...config.feeds, calendarText: createCalendarTextReader(reading) });
  const { previousSecretKeys } = config;
  const arranger = createFeedArranger(database, createFeedSchedules(client, config));
  const outbox = createOutbox(database);
  return {
    arranger,
    activities: createFeedActivities({
      reader,
      texts: createFeedTextReader(reading),
      urls: createFeedUrls({ secretKey: required(config, 'secretKey'), previousSecretKeys }),
      store: createFeedStore(database, config),
      clock: systemClock,
      publicUrl: config.publicUrl,
      window: config.feedWindow,
      // Not now is no failure: the event stays in the outbox, and the worker's relay sends it on.
      relay: (pending) =>
        relay({ outbox, ...engine, feeds: arranger }, pending).catch((error: unknown) => {
          log.warn({ err: error }, 'an event of a feed waits in the outbox');
        }),
    }),
    stop: () => reader.close(),
  };
}
