import type { Knex } from 'knex';
import { Gauge, type Registry } from 'prom-client';
import type { Metrics } from './metrics.ts';

/**
 * Brings the metrics that the database knows up to date: everything that happened, whichever process it happened
 * in, and what waits. All API processes show the same of the installation, so `max` over instances is right, never `sum`.
 */
export async function collectDatabaseMetrics(
  knex: Knex,
  { registry, events }: Pick<Metrics, 'registry' | 'events'>,
): Promise<void> {
  const gauges = gaugesOf(registry);
  await events.collect(knex);
  const [waiting] = await waitingWork(knex);
  if (!waiting) return;
  gauges.unsent.set({ state: 'prepared' }, waiting.prepared);
  gauges.unsent.set({ state: 'deferred' }, waiting.deferred);
  gauges.oldestUnsent.set(waiting.oldest_unsent);
  gauges.undecidedMail.set(waiting.undecided_mail);
  gauges.undelivered.set(waiting.undelivered);
  gauges.feeds.set({ state: 'good' }, waiting.feeds_good);
  gauges.feeds.set({ state: 'failing' }, waiting.feeds_failing);
  gauges.feeds.set({ state: 'new' }, waiting.feeds_new);
  gauges.feedsOverdue.set(waiting.feeds_overdue);
  gauges.oldestGoodFeed.set(waiting.oldest_good_feed);
  gauges.longestFailingFeed.set(waiting.longest_failing_feed);
}

const DEFINITIONS = {
  unsent: [
    'parley_unsent_messages',
    'Messages that wait to be sent, and whether they were tried.',
    ['state'],
  ],
  oldestUnsent: ['parley_oldest_unsent_seconds', 'How long the oldest of them has waited.', []],
  undecidedMail: ['parley_undecided_mail', 'Received messages that nobody has read yet.', []],
  undelivered: ['parley_outbox_undelivered', 'Events that wait to reach their workflow.', []],
  feeds: [
    'parley_feeds',
    'Calendar feeds that are followed, by how their last sync ended; new: there was none.',
    ['state'],
  ],
  feedsOverdue: [
    'parley_feeds_overdue',
    'Feeds that were not looked at for twice their interval and five minutes.',
    [],
  ],
  oldestGoodFeed: [
    'parley_feed_oldest_good_result_seconds',
    'Of the feeds that could be read at some time, how long ago it is for the one that waits longest.',
    [],
  ],
  longestFailingFeed: [
    'parley_feed_longest_failing_seconds',
    'How long the feed has been failing that does so longest; 0: none fails.',
    [],
  ],
} as const;

function gaugesOf(registry: Registry): Record<keyof typeof DEFINITIONS, Gauge> {
  const entries = Object.entries(DEFINITIONS).map(([key, [name, help, labelNames]]) => {
    const known = registry.getSingleMetric(name) as Gauge | undefined;
    return [key, known ?? new Gauge({ name, help, labelNames: [...labelNames], registers: [registry] })];
  });
  return Object.fromEntries(entries) as Record<keyof typeof DEFINITIONS, Gauge>;
}

interface Waiting {
  prepared: number;
  deferred: number;
  oldest_unsent: number;
  undecided_mail: number;
  undelivered: number;
  feeds_good: number;
  feeds_failing: number;
  feeds_new: number;
  feeds_overdue: number;
  oldest_good_feed: number;
  longest_failing_feed: number;
}

async function waitingWork(knex: Knex): Promise<Waiting[]> {
  const { rows } = await knex.raw<{ rows: Waiting[] }>(`
    WITH feed AS (
      SELECT count(*) FILTER (WHERE failing_since IS NULL AND last_sync_at IS NOT NULL) AS feeds_good,
             count(*) FILTER (WHERE failing_since IS NOT NULL) AS feeds_failing,
             count(*) FILTER (WHERE last_sync_at IS NULL) AS feeds_new,
             count(*) FILTER (WHERE last_sync_at < now() - (2 * interval_minutes + 5) * interval '1 minute') AS feeds_overdue,
             coalesce(extract(epoch FROM now() - min(last_good_at)), 0)::float8 AS oldest_good_feed,
             coalesce(extract(epoch FROM now() - min(failing_since)), 0)::float8 AS longest_failing_feed
        FROM feeds WHERE enabled AND url_sealed IS NOT NULL
    )
    SELECT feed.*,
      (SELECT count(*) FROM outgoing_messages WHERE state = 'prepared') AS prepared,
      (SELECT count(*) FROM outgoing_messages WHERE state = 'deferred') AS deferred,
      (SELECT coalesce(extract(epoch FROM now() - min(prepared_at)), 0)::float8
         FROM outgoing_messages WHERE state IN ('prepared', 'deferred')) AS oldest_unsent,
      (SELECT count(*) FROM imip_messages WHERE decision IS NULL) AS undecided_mail,
      (SELECT count(*) FROM outbox WHERE delivered_at IS NULL AND gave_up_at IS NULL) AS undelivered
      FROM feed`);
  return rows;
}
