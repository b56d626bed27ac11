import { randomUUID } from 'node:crypto';
import { isGrpcServiceError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { WorkflowCare, WorkflowStanding } from '../../activities/meeting/care.ts';
import { EngineUnavailable } from '../../activities/meeting/meetings.ts';
import { isEngineFailure } from './failures.ts';

const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED } = proto.temporal.api.enums.v1.EventType;
const { PENDING_ACTIVITY_STATE_SCHEDULED } = proto.temporal.api.enums.v1.PendingActivityState;
const PATIENCE_MS = 10_000;
const PAGE = 250;
/** The first attempt of a workflow task, and one that a worker's restart cost it. */
const USUAL_ATTEMPTS = 2;

const NONE: WorkflowStanding = { status: 'none', pending: [], taskFails: false, runId: null };

/** Looks after workflows through the Temporal client; every call is bounded in time. */
export function createWorkflowCare(client: Client): WorkflowCare {
  const { namespace } = client.options;
  const inTime = <T>(call: () => Promise<T>): Promise<T> =>
    client.withDeadline(Date.now() + PATIENCE_MS, call).catch((error: unknown) => {
      throw !(error instanceof WorkflowNotFoundError) && isEngineFailure(error)
        ? new EngineUnavailable(error)
        : error;
    });

  return {
    async describe(workflowId) {
      try {
        return await inTime(async () => standingOf(await client.workflow.getHandle(workflowId).describe()));
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return NONE;
        throw error;
      }
    },

    hurry: (workflowId, activity) =>
      inTime(async () => {
        const { raw } = await client.workflow.getHandle(workflowId).describe();
        const waiting = (raw.pendingActivities ?? []).filter(
          ({ activityType, state, attempt }) =>
            state === PENDING_ACTIVITY_STATE_SCHEDULED &&
            (attempt ?? 1) > 1 &&
            (activity === null || activityType?.name === activity),
        );
        for (const { activityId } of waiting) {
          await client.workflowService.resetActivity({
            ...{ namespace, execution: { workflowId }, id: activityId ?? '' },
            identity: 'parley operator',
          });
        }
        return waiting.length;
      }).catch((error: unknown) => {
        if (error instanceof WorkflowNotFoundError) return 0;
        // An older server: what waits is tried by itself.
        if (isUnimplemented(error) || (error instanceof EngineUnavailable && isUnimplemented(error.cause)))
          return 0;
        throw error;
      }),

    revive: (workflowId) =>
      inTime(async () => {
        const { runId } = await client.workflow.getHandle(workflowId).describe();
        const last = await lastTask(client, { workflowId, runId });
        if (last === null) return false;
        await client.workflowService.resetWorkflowExecution({
          ...{ namespace, workflowExecution: { workflowId, runId } },
          ...{ workflowTaskFinishEventId: last, requestId: randomUUID() },
          reason: 'An operator let it go on',
        });
        return true;
      }),
  };
}

const GRPC_UNIMPLEMENTED = 12;

const isUnimplemented = (error: unknown): boolean =>
  isGrpcServiceError(error) && (error as { code?: number }).code === GRPC_UNIMPLEMENTED;

type Described = Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['describe']>>;

function standingOf({ status, raw, runId }: Described): WorkflowStanding {
  return {
    status: status.name === 'RUNNING' ? 'running' : status.name === 'COMPLETED' ? 'completed' : 'gone',
    pending: (raw.pendingActivities ?? []).map(({ activityType, attempt }) => ({
      activity: activityType?.name ?? '',
      attempt: attempt ?? 1,
    })),
    taskFails: (raw.pendingWorkflowTask?.attempt ?? 1) > USUAL_ATTEMPTS,
    runId,
  };
}

/** The newest step that it finished; null: it finished none. */
async function lastTask(
  client: Client,
  execution: { workflowId: string; runId: string },
): Promise<NonNullable<proto.temporal.api.history.v1.IHistoryEvent['eventId']> | null> {
  let nextPageToken: Uint8Array | undefined;
  do {
    const page = await client.workflowService.getWorkflowExecutionHistoryReverse({
      ...{ namespace: client.options.namespace, execution, maximumPageSize: PAGE },
      ...(nextPageToken && { nextPageToken }),
    });
    const found = page.history?.events?.find(
      ({ eventType }) => eventType === EVENT_TYPE_WORKFLOW_TASK_COMPLETED,
    );
    if (found?.eventId) return found.eventId;
    nextPageToken = page.nextPageToken?.length ? page.nextPageToken : undefined;
  } while (nextPageToken);
  return null;
}
