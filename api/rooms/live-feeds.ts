import type { Client } from '@temporalio/client';
import type { Knex } from 'knex';
import type { Logger } from 'pino';
import { examineFeed } from '../../activities/feed/examine.ts';
import type { Deliveries } from '../../activities/inbound/ports.ts';
import { EngineUnavailable, type Meetings } from '../../activities/meeting/meetings.ts';
import type { Clock } from '../../activities/clock.ts';
import { relay } from '../../activities/relay.ts';
import { createFeedReader } from '../../adapters/feeds/feed-reader.ts';
import { createFeedUrls } from '../../adapters/feeds/feed-urls.ts';
import { createFeedArranger } from '../../adapters/postgres/feeds/arranger.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { createCalendarTextReader, createFeedTextReader } from '../../adapters/reading/feed-text-reader.ts';
import type { Reading } from '../../adapters/reading/reading.ts';
import { createFeedSchedules } from '../../adapters/temporal/feed-schedules.ts';
import { required, type Config } from '../../config/index.ts';
import type { RoomFeeds } from '../../commands/rooms/room-feeds.ts';

interface Parts {
  config: Config;
  knex: Knex;
  client: Client;
  meetings: Meetings;
  deliveries: Deliveries;
  reading: Reading;
  clock: Clock;
  log: Logger;
}

/** The feeds of rooms on this installation's database, network and Temporal. */
export function createRoomFeeds(parts: Parts): RoomFeeds & { close(): Promise<void> } {
  const { config, knex, client, meetings, deliveries, reading, clock, log } = parts;
  const reader = createFeedReader({ ...config.feeds, calendarText: createCalendarTextReader(reading) });
  const texts = createFeedTextReader(reading);
  const schedules = createFeedSchedules(client, config);
  const ports = {
    outbox: createOutbox(knex),
    meetings,
    deliveries,
    feeds: createFeedArranger(knex, schedules),
  };
  return {
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
