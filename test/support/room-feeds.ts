import type { Knex } from 'knex';
import { examineFeed } from '../../activities/feed/examine.ts';
import { createFeedReader } from '../../adapters/feeds/feed-reader.ts';
import { createFeedUrls } from '../../adapters/feeds/feed-urls.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { createCalendarTextReader, createFeedTextReader } from '../../adapters/reading/feed-text-reader.ts';
import type { Reading } from '../../adapters/reading/reading.ts';
import type { RoomFeeds } from '../../commands/rooms/room-feeds.ts';
import type { Config } from '../../config/index.ts';
import { testReading } from './reading.ts';

/** What was asked of the Schedules; for a test to look at and to answer. */
export interface RecordedSchedules {
  arranged: string[];
  triggered: string[];
  nextMs: number | null;
  /** What a sync would do. */
  onTrigger: (meetingId: string) => Promise<void>;
}

/** Feeds that are really sealed, fetched and read, on Schedules that only record. */
export function recordedFeeds(options: {
  config: Pick<Config, 'feeds' | 'publicUrl'>;
  secretKey: string;
  knex: Knex;
  nowMs: () => number;
  reading?: Reading;
}): RoomFeeds & { recorded: RecordedSchedules } {
  const { config, secretKey, knex, nowMs, reading = testReading() } = options;
  const recorded: RecordedSchedules = {
    arranged: [],
    triggered: [],
    nextMs: null,
    onTrigger: () => Promise.resolve(),
  };
  const ports = {
    reader: createFeedReader({ ...config.feeds, calendarText: createCalendarTextReader(reading) }),
    texts: createFeedTextReader(reading),
    clock: { nowMs },
    publicUrl: config.publicUrl,
    window: { beforeMs: 3_600_000, aheadMs: 86_400_000 },
  };
  return {
    recorded,
    reader: ports.reader,
    urls: createFeedUrls({ secretKey, previousSecretKeys: [] }),
    schedules: {
      async trigger(meetingId) {
        recorded.triggered.push(meetingId);
        await recorded.onTrigger(meetingId);
      },
      nextSync: () => Promise.resolve(recorded.nextMs),
    },
    examine: (request) => examineFeed(ports, request),
    async relay({ event }) {
      if (event.type === 'feed-changed') recorded.arranged.push(event.calendarId);
      await createOutbox(knex).delivered(event.key);
    },
  };
}
