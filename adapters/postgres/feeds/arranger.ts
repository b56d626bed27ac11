import type { Knex } from 'knex';
import type { FeedArranger } from '../../../activities/inbound/ports.ts';
import type { FeedSchedules } from '../../../activities/feed/fetching.ts';

/** Makes the Schedules of feeds be as their rows say. */
export const createFeedArranger = (
  database: Knex,
  schedules: Pick<FeedSchedules, 'arrange'>,
): FeedArranger => ({
  async arrange(calendarId) {
    const row = await database('feeds')
      .where({ calendar_id: calendarId })
      .first('interval_minutes', 'enabled', 'url_sealed');
    await schedules.arrange({
      calendarId,
      intervalMinutes: row?.interval_minutes ?? 5,
      enabled: row?.enabled ?? false,
      hasUrl: row !== undefined && row.url_sealed !== null,
    });
  },
});
