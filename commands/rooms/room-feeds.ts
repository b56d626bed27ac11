import type { ExamineRequest, FeedExamined } from '../../activities/feed/examine.ts';
import type { FeedReader, FeedSchedules, FeedUrls } from '../../activities/feed/fetching.ts';
import type { PendingEvent } from '../../activities/inbound/ports.ts';

/** What the settings of rooms need of feeds. */
export interface RoomFeeds {
  urls: FeedUrls;
  reader: Pick<FeedReader, 'fetch'>;
  schedules: Pick<FeedSchedules, 'trigger' | 'nextSync'>;
  /** Fetches and reads a feed as a sync would, and writes nothing. */
  examine(request: ExamineRequest): Promise<FeedExamined>;
  /** Sends a change of settings on; what cannot be sent now waits in the outbox. */
  relay(event: PendingEvent): Promise<void>;
}
