import { whileBeating } from '../while-beating.ts';
import type { FeedSyncPorts, SyncResult } from './ports.ts';
import { syncFeed } from './sync.ts';

/** A result with the number of problems: they name events by UIDs, which may be addresses and are for no operator. */
export type FeedSyncSummary = Omit<SyncResult, 'problems'> & { problems: number };

export interface FeedActivities {
  /** @param calendarId whose feed is followed */
  syncFeed(calendarId: string): Promise<FeedSyncSummary>;
}

/** What a feed's workflow does to the world. */
export const createFeedActivities = (ports: FeedSyncPorts): FeedActivities => ({
  async syncFeed(calendarId) {
    const result = await whileBeating(() => syncFeed(ports, calendarId));
    return { ...result, problems: result.problems.length };
  },
});
