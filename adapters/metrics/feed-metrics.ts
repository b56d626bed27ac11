import { Counter, Histogram, type Registry } from 'prom-client';
import type { FeedActivities } from '../../activities/feed/activities.ts';
import type { FeedReader } from '../../activities/feed/fetching.ts';

/** What one worker sees of the feeds that it follows. No label names a feed, a room or a host. */
export interface FeedMetrics {
  /** Labels: `result`, a SyncOutcome; `problem`, why it failed or what waits, else empty. */
  syncs: Counter<'result' | 'problem'>;
  /** Seconds. */
  duration: Histogram;
  /** Bytes. */
  size: Histogram;
}

const MEGABYTE = 1_000_000;

/** A sync that an error of ours ended. */
const OUR_FAULT = { result: 'error', problem: '' };

export function createFeedMetrics(registry: Registry): FeedMetrics {
  const registers = [registry];
  const syncs = new Counter({
    name: 'parley_feed_syncs_total',
    help: 'Syncs of calendar feeds, by result and problem.',
    labelNames: ['result', 'problem'],
    registers,
  });
  // There from the beginning, or Prometheus would take the first error for where it began.
  syncs.inc(OUR_FAULT, 0);
  return {
    syncs,
    duration: new Histogram({
      name: 'parley_feed_sync_duration_seconds',
      help: 'How long a sync of a feed took, from the fetch to the last row.',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
      registers,
    }),
    size: new Histogram({
      name: 'parley_feed_size_bytes',
      help: 'How large the feeds were that were fetched whole.',
      buckets: [0.01, 0.1, 0.5, 1, 5, 10, 50].map((megabytes) => megabytes * MEGABYTE),
      registers,
    }),
  };
}

/** Counts what comes of each sync; one that fails by a fault of ours is `error`. */
export const measureSyncs = (activities: FeedActivities, metrics: FeedMetrics): FeedActivities => ({
  ...activities,
  async syncFeed(calendarId) {
    const done = metrics.duration.startTimer();
    try {
      const summary = await activities.syncFeed(calendarId);
      metrics.syncs.inc({ result: summary.result, problem: summary.problem ?? '' });
      return summary;
    } catch (error) {
      metrics.syncs.inc(OUR_FAULT);
      throw error;
    } finally {
      done();
    }
  },
});

/** Shows how large feeds are. */
export const measureSizes = (reader: FeedReader, { size }: FeedMetrics): FeedReader => ({
  async fetch(url, owner, known) {
    const fetched = await reader.fetch(url, owner, known);
    if (fetched.kind === 'fetched') size.observe(fetched.bytes);
    return fetched;
  },
});
