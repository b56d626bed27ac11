import type { Knex } from 'knex';
import type { Logger } from 'pino';
import type { Clock } from '../activities/clock.ts';
import { examineFeed } from '../activities/feed/examine.ts';
import type { FeedSchedules } from '../activities/feed/fetching.ts';
import type { Deliveries, FeedArranger } from '../activities/inbound/ports.ts';
import { EngineUnavailable, type Meetings } from '../activities/meeting/meetings.ts';
import { relay } from '../activities/relay.ts';
import { createFeedReader } from '../adapters/feeds/feed-reader.ts';
import { createFeedUrls } from '../adapters/feeds/feed-urls.ts';
import { createOutbox } from '../adapters/postgres/outbox.ts';
import { createCalendarTextReader, createFeedTextReader } from '../adapters/reading/feed-text-reader.ts';
import type { Reading } from '../adapters/reading/reading.ts';
import type { RoomFeeds } from '../commands/rooms/room-feeds.ts';
import { required, type Config } from '../config/index.ts';

interface Shared {
  config: Config;
  knex: Knex;
  meetings: Meetings;
  deliveries: Deliveries;
  feedArranger: FeedArranger;
  feedSchedules: FeedSchedules;
  reading: Reading;
  clock: Clock;
  log: Logger;
}

/** The feeds of rooms on this installation's database, network and Temporal. */
export function createRoomFeeds(shared: Shared): RoomFeeds & { close(): Promise<void> } {
  const { config, knex, meetings, deliveries, reading, clock, log, feedSchedules: schedules } = shared;
  const reader = createFeedReader({ ...config.feeds, calendarText: createCalendarTextReader(reading) });
  const texts = createFeedTextReader(reading);
  const ports = { outbox: createOutbox(knex), meetings, deliveries, feeds: shared.feedArranger };
  return {
    reader,
    urls: createFeedUrls({
      secretKey: required(config, 'secretKey'),
      previousSecretKeys: config.previousSecretKeys,
    }),
    schedules: {
      trigger: (calendarId) =>
        schedules.trigger(calendarId).catch((error: unknown) => {
          throw new EngineUnavailable(error);
        }),
      nextSync: (calendarId) => schedules.nextSync(calendarId),
    },
    examine: (request) =>
      examineFeed({ reader, texts, clock, publicUrl: config.publicUrl, window: config.feedWindow }, request),
    // Not now is no failure: the event stays in the outbox, and the worker's relay sends it on.
    relay: (pending) =>
      relay(ports, pending).catch((error: unknown) => {
        log.warn({ err: error }, 'a change of a feed waits in the outbox');
      }),
    close: () => reader.close(),
  };
}
