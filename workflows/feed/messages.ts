export const FEED_SYNC_WORKFLOW = 'feedSyncWorkflow';

const SCHEDULE_PREFIX = 'feed:';
const PREFIX = 'feed-sync:';
const UUID_LENGTH = 36;

/** The id of the Schedule that follows a room's feed. */
export const feedScheduleId = (calendarId: string): string => `${SCHEDULE_PREFIX}${calendarId}`;

/** The id of one sync; a Schedule puts the time behind it. */
export const feedSyncWorkflowId = (calendarId: string): string => `${PREFIX}${calendarId}`;

/** The room in a sync's id; null when the id is another workflow's. */
export const parseFeedSyncWorkflowId = (id: string): string | null =>
  id.startsWith(PREFIX) ? id.slice(PREFIX.length, PREFIX.length + UUID_LENGTH) : null;
