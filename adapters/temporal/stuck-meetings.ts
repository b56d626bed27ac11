import { WorkflowNotFoundError, type Client, type WorkflowHandle } from '@temporalio/client';
import { meetingWorkflowId } from '../../workflows/meeting/messages.ts';

export interface StuckMeetingOptions {
  /** A workflow that began, or was reset, within this time is given time, in ms. */
  restMs?: number;
}

const REST_MS = 3 * 60_000;
/** The first workflow task ends long before this many events. */
const FIRST_EVENTS = 50;

/**
 * Resets the workflows of meetings that do not go on although they should. The SDK may lose an activity's result when
 * the server gives a speculative workflow task a second time while the first one still waits for a local activity; the
 * meeting then waits for ever, and what its workflow did since does not fit its history.
 *
 * @returns resets the workflow of a meeting, given its UID, to its first task; false when something is under way, so
 *   that nothing was done. From there on it takes over what the database has of its changes, and sends what was not sent
 */
export function createStuckMeetings(client: Client, { restMs = REST_MS }: StuckMeetingOptions = {}) {
  return async (uid: string): Promise<boolean> => {
    const handle = client.workflow.getHandle(meetingWorkflowId(uid));
    try {
      const runId = await stuckRun(handle, Date.now() - restMs);
      if (runId === null) return false;
      return await reset(client, handle.workflowId, runId);
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  };
}

/** The run that waits for nothing that could send a message; null: there is none. */
async function stuckRun(handle: WorkflowHandle, startedBeforeMs: number): Promise<string | null> {
  const { status, runId, startTime, raw } = await handle.describe();
  const isUnderWay =
    (raw.pendingActivities ?? []).length > 0 ||
    // One that fails is tried again and again.
    (raw.pendingWorkflowTask ? raw.pendingWorkflowTask.attempt === 1 : false);
  return status.name === 'RUNNING' && !isUnderWay && startTime.getTime() < startedBeforeMs ? runId : null;
}

async function reset(client: Client, workflowId: string, runId: string): Promise<boolean> {
  const { namespace } = client.options;
  const execution = { workflowId, runId };
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace,
    execution,
    maximumPageSize: FIRST_EVENTS,
  });
  const first = history?.events?.find(
    (event) =>
      event.workflowTaskCompletedEventAttributes ??
      event.workflowTaskFailedEventAttributes ??
      event.workflowTaskTimedOutEventAttributes,
  );
  if (!first?.eventId) return false;
  await client.workflowService.resetWorkflowExecution({
    namespace,
    workflowExecution: execution,
    reason: 'messages wait, and nothing is under way',
    workflowTaskFinishEventId: first.eventId,
    // Two workers that see it at the same time reset it once.
    requestId: runId,
  });
  return true;
}
