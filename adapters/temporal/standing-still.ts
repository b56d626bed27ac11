import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { meetingWorkflowId } from '../../workflows/meeting/messages.ts';

/**
 * @returns tells of a meeting that should have gone on, given its UID, whether nothing is under way that could make it:
 *   no activity, and no workflow task but one that fails again and again; or no workflow at all
 */
export const createStandsStill = (client: Client) => async (uid: string) => {
  try {
    const { status, raw } = await client.workflow.getHandle(meetingWorkflowId(uid)).describe();
    const isUnderWay = (raw.pendingActivities ?? []).length > 0 || raw.pendingWorkflowTask?.attempt === 1;
    return status.name !== 'RUNNING' || !isUnderWay;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return true;
    throw error;
  }
};
