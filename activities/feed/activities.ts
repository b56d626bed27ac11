import { whileBeating } from '../while-beating.ts';
import type { FeedSyncPorts, SyncResult } from './ports.ts';
import { syncFeed } from './sync.ts';

/** A result with the number of problems: they name events by UIDs, which may be addresses and are for no operator. */
export type FeedSyncSummary = Omit<SyncResult, 'problems'> & { problems: number };

export interface FeedActivities {
  /** @param roomId whose feed is followed */
  syncFeed(roomId: string): Promise<FeedSyncSummary>;
}

/** What a feed's workflow does to the world. */
export const createFeedActivities = (ports: FeedSyncPorts): FeedActivities => ({
  async syncFeed(roomId) {
    const result = await whileBeating(() => syncFeed(ports, roomId));
    return { ...result, problems: result.problems.length };
  },
});
