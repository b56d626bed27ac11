import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { QUEUES_IN_USE, taskQueueOf, type QueueInUse } from '../../workflows/queues.ts';

const { TASK_QUEUE_TYPE_WORKFLOW } = proto.temporal.api.enums.v1.TaskQueueType;
/** A poll is renewed each minute at the latest; whoever is not heard of for longer is gone. */
const HEARD_OF_WITHIN_MS = 90_000;
const KEPT_MS = 3_000;

/** Of every queue that something is put on, whether a worker runs it. */
export const createQueueChecks = (client: Client, prefix: string): QueueCheck[] =>
  QUEUES_IN_USE.map((queue) => ({ queue, isRun: createWorkerCheck(client, taskQueueOf(prefix, queue)) }));

export interface QueueCheck {
  queue: QueueInUse;
  isRun: () => Promise<boolean>;
}

/**
 * Whether a worker polls the task queue. Asked of Temporal at most every few seconds.
 *
 * @param taskQueue its name, in the client's namespace
 */
function createWorkerCheck(client: Client, taskQueue: string): () => Promise<boolean> {
  let kept: { atMs: number; answer: Promise<boolean> } | undefined;
  const ask = async () => {
    const { pollers } = await client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType: TASK_QUEUE_TYPE_WORKFLOW,
    });
    const sinceSeconds = (Date.now() - HEARD_OF_WITHIN_MS) / 1000;
    return (pollers ?? []).some((poller) => Number(poller.lastAccessTime?.seconds ?? 0) > sinceSeconds);
  };
  return () => {
    const now = Date.now();
    if (!kept || now - kept.atMs > KEPT_MS) kept = { atMs: now, answer: ask() };
    return kept.answer;
  };
}
