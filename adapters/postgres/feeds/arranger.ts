import type { Knex } from 'knex';
import type { FeedArranger } from '../../../activities/inbound-ports.ts';
import type { FeedSchedules } from '../../../activities/feed-ports.ts';

interface Row {
  interval_minutes: number;
  enabled: boolean;
  has_url: boolean;
}

/** Makes the Schedules of feeds be as their rows say. */
export const createFeedArranger = (
  database: Knex,
  schedules: Pick<FeedSchedules, 'arrange'>,
): FeedArranger => ({
  async arrange(calendarId) {
    const row = await database('feeds')
      .where({ calendar_id: calendarId })
      .first<Row | undefined>(
        'interval_minutes',
        'enabled',
        database.raw('url_sealed IS NOT NULL AS has_url'),
      );
    await schedules.arrange({
      calendarId,
      intervalMinutes: row?.interval_minutes ?? 5,
      enabled: row?.enabled ?? false,
      hasUrl: row?.has_url ?? false,
    });
  },
});
