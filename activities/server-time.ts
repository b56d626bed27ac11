import { activityInfo } from '@temporalio/activity';

/** How long the activity might still be tried when this attempt began; in ms, of the server's time, which may not be ours. */
export function leftMs(): number {
  const { scheduleToCloseTimeoutMs, scheduledTimestampMs, currentAttemptScheduledTimestampMs } =
    activityInfo();
  if (scheduleToCloseTimeoutMs === 0) return Infinity;
  return scheduleToCloseTimeoutMs - (currentAttemptScheduledTimestampMs - scheduledTimestampMs);
}
