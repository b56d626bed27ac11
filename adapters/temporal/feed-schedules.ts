import {
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleDescription,
  type ScheduleOptions,
} from '@temporalio/client';
import type { FeedSchedules } from '../../activities/feed/fetching.ts';
import { syncOffset } from '../../domain/feeds/intervals.ts';
import { FEED_SYNC_WORKFLOW, feedScheduleId, feedSyncWorkflowId } from '../../workflows/feed/messages.ts';
import { taskQueueOf } from '../../workflows/queues.ts';

const MINUTE_MS = 60_000;
/** Of the interval: feeds of one server are not fetched all at once. */
const JITTER = 0.1;
/** What was missed while no server ran is not made up for: the next sync reads all there is. */
const CATCHUP_MS = MINUTE_MS;

/** The Schedules that follow feeds. */
export function createFeedSchedules(
  client: Client,
  { temporal }: { temporal: { taskQueuePrefix: string } },
): FeedSchedules {
  const taskQueue = taskQueueOf(temporal.taskQueuePrefix, 'feeds');
  const handle = (calendarId: string) => client.schedule.getHandle(feedScheduleId(calendarId));
  const action = (calendarId: string) => ({
    type: 'startWorkflow' as const,
    workflowType: FEED_SYNC_WORKFLOW,
    workflowId: feedSyncWorkflowId(calendarId),
    taskQueue,
    args: [calendarId],
  });
  return {
    async arrange({ calendarId, hasUrl = true, ...feed }) {
      if (!hasUrl) return remove(handle(calendarId));
      const options: Omit<ScheduleOptions, 'scheduleId'> = {
        ...timesOf(calendarId, feed),
        action: action(calendarId),
      };
      // Whatever was changed, what it leads to is seen at once.
      const state = { paused: !feed.enabled, triggerImmediately: feed.enabled };
      try {
        await client.schedule.create({ ...options, state, scheduleId: feedScheduleId(calendarId) });
      } catch (error) {
        if (!(error instanceof ScheduleAlreadyRunning)) throw error;
        await handle(calendarId).update(({ state: { note } }: ScheduleDescription) => ({
          ...options,
          action: action(calendarId),
          state: { paused: !feed.enabled, ...(note !== undefined && { note }) },
        }));
        if (feed.enabled) await handle(calendarId).trigger(ScheduleOverlapPolicy.SKIP);
      }
    },

    async trigger(calendarId) {
      try {
        await handle(calendarId).trigger(ScheduleOverlapPolicy.SKIP);
      } catch (error) {
        if (!(error instanceof ScheduleNotFoundError)) throw error;
        // Its settings were written a moment ago, and its Schedule is about to be made.
        const { workflowId, args } = action(calendarId);
        const workflowIdConflictPolicy = 'USE_EXISTING';
        await client.workflow.start(FEED_SYNC_WORKFLOW, {
          workflowId,
          taskQueue,
          args,
          workflowIdConflictPolicy,
        });
      }
    },

    async nextSync(calendarId) {
      try {
        const { state, info } = await handle(calendarId).describe();
        return state.paused ? null : (info.nextActionTimes[0]?.getTime() ?? null);
      } catch (error) {
        if (error instanceof ScheduleNotFoundError) return null;
        throw error;
      }
    },
  };
}

const timesOf = (calendarId: string, { intervalMinutes }: { intervalMinutes: number }) => {
  const every = intervalMinutes * MINUTE_MS;
  return {
    spec: { intervals: [{ every, offset: syncOffset(calendarId, every) }], jitter: every * JITTER },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCHUP_MS },
  };
};

async function remove(schedule: { delete(): Promise<void> }): Promise<void> {
  try {
    await schedule.delete();
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
  }
}
