import { examineFeed } from '../activities/feed/examine.ts';
import { EngineUnavailable } from '../activities/meeting/meetings.ts';
import { relay } from '../activities/relay.ts';
import { createFeedReader } from '../adapters/feeds/feed-reader.ts';
import { createFeedUrls } from '../adapters/feeds/feed-urls.ts';
import { createOutbox } from '../adapters/postgres/outbox.ts';
import { createCalendarTextReader, createFeedTextReader } from '../adapters/reading/feed-text-reader.ts';
import { createFeedSchedules } from '../adapters/temporal/feed-schedules.ts';
import type { RoomFeeds } from '../commands/rooms/room-feeds.ts';
import { required } from '../config/index.ts';
import type { Parley } from './assemble.ts';

type Shared = Pick<
  Parley,
  'config' | 'knex' | 'client' | 'meetings' | 'deliveries' | 'feedArranger' | 'reading' | 'clock' | 'log'
>;

/** The feeds of rooms on this installation's database, network and Temporal. */
export function createRoomFeeds(parley: Shared): RoomFeeds & { close(): Promise<void> } {
  const { config, knex, meetings, deliveries, reading, clock, log } = parley;
  const reader = createFeedReader({ ...config.feeds, calendarText: createCalendarTextReader(reading) });
  const texts = createFeedTextReader(reading);
  const schedules = createFeedSchedules(parley.client, config);
  const ports = { outbox: createOutbox(knex), meetings, deliveries, feeds: parley.feedArranger };
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
