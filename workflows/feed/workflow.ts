import { proxyActivities } from '@temporalio/workflow';
import type { FeedActivities, FeedSyncSummary } from '../../activities/feed/activities.ts';

const { syncFeed } = proxyActivities<FeedActivities>({
  summary: "Follow a room's calendar feed",
  startToCloseTimeout: '5 minutes',
  // A large feed is read in one go, and nothing beats meanwhile.
  heartbeatTimeout: '1 minute',
  // What does not work now is tried again by the next sync; nobody is to wait behind this one.
  retry: { initialInterval: '2 seconds', maximumAttempts: 3 },
});

/** Follows the feed of a room once. */
export async function feedSyncWorkflow(calendarId: string): Promise<FeedSyncSummary> {
  return syncFeed(calendarId);
}
