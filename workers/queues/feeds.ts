import { refreshHolidays } from '../../activities/holidays/refresh.ts';
import { createFeedActivities } from '../../activities/feed/activities.ts';
import { relay } from '../../activities/relay.ts';
import { createFeedReader } from '../../adapters/feeds/feed-reader.ts';
import { createFeedUrls } from '../../adapters/feeds/feed-urls.ts';
import { createFeedMetrics, measureSizes, measureSyncs } from '../../adapters/metrics/feed-metrics.ts';
import { createHolidayStore } from '../../adapters/postgres/booking/due-holidays.ts';
import { createFeedStore } from '../../adapters/postgres/feeds/feed-store.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import { createCalendarTextReader, createFeedTextReader } from '../../adapters/reading/feed-text-reader.ts';
import { createHolidayReader } from '../../adapters/reading/holiday-reader.ts';
import { required } from '../../config/index.ts';
import type { QueueWork, WorkerParts } from './work.ts';

const HOLIDAYS_EVERY_MS = 60_000;

/** Feeds: each followed by its Schedule. Calendars of holidays: read again when they are due. */
export function feedsWork({ parley, log, registry }: WorkerParts): QueueWork {
  const { config, knex: database, reading, clock, meetings, deliveries, feedArranger: feeds } = parley;
  const reader = createFeedReader({ ...config.feeds, calendarText: createCalendarTextReader(reading) });
  const metrics = createFeedMetrics(registry);
  const { previousSecretKeys } = config;
  const outbox = createOutbox(database);
  const urls = createFeedUrls({ secretKey: required(config, 'secretKey'), previousSecretKeys });
  return {
    activities: measureSyncs(
      createFeedActivities({
        reader: measureSizes(reader, metrics),
        texts: createFeedTextReader(reading),
        urls,
        store: createFeedStore(database, config),
        clock,
        publicUrl: config.publicUrl,
        window: config.feedWindow,
        // Not now is no failure: the event stays in the outbox, and a worker's relay sends it on.
        relay: (pending) =>
          relay({ outbox, meetings, deliveries, feeds }, pending).catch((error: unknown) => {
            log.warn({ err: error }, 'an event of a feed waits in the outbox');
          }),
      }),
      metrics,
    ),
    loops: [
      {
        name: 'holidays',
        everyMs: HOLIDAYS_EVERY_MS,
        run: (signal) =>
          refreshHolidays(
            {
              ...{ reader, urls, clock },
              holidays: createHolidayReader(reading),
              store: createHolidayStore(database),
            },
            signal,
          ),
      },
    ],
    stop: () => reader.close(),
  };
}
