import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { required } from '../../config/index.ts';
import { workflowBundle } from '../../workers/workflow-bundle.ts';
import type { BenchStack } from '../bench-stack.ts';
import type { OpenLife } from '../throughput.ts';
import { approveUpdate, bookUpdate, proposeUpdate, replySignal, type bareLife } from './workflow.ts';

export interface PeerTimes {
  startsInMs: number;
  /** The approved start, after the proposal. */
  leadMs: number;
  readyBeforeMs: number;
  lengthMs: number;
}

/** The peer's worker, beside ours in the same process and on the same server. */
export async function startPeer(stack: BenchStack, times: PeerTimes) {
  const taskQueue = `peer-${randomUUID()}`;
  const connection = await NativeConnection.connect({ address: required(stack.config.temporal, 'address') });
  const entry = fileURLToPath(new URL('./workflow.ts', import.meta.url));
  const worker = await Worker.create({
    connection,
    taskQueue,
    workflowBundle: await workflowBundle(stack.config.embedded.cacheDir, entry),
    activities: { commit: () => Promise.resolve(), effect: () => Promise.resolve() },
  });
  const running = worker.run();

  const open: OpenLife = async () => {
    const workflowId = `peer:${randomUUID()}`;
    const { readyBeforeMs, lengthMs } = times;
    const startWorkflowOperation = new WithStartWorkflowOperation<typeof bareLife>('bareLife', {
      workflowId,
      taskQueue,
      args: [{ startMs: Date.now() + times.startsInMs, readyBeforeMs, lengthMs }],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    await stack.client.workflow.executeUpdateWithStart(bookUpdate, { startWorkflowOperation });
    const handle = stack.client.workflow.getHandle(workflowId);
    await handle.signal(replySignal);
    await handle.signal(replySignal);
    const newStartMs = Date.now() + times.leadMs;
    await handle.executeUpdate(proposeUpdate, { args: [newStartMs] });
    await handle.executeUpdate(approveUpdate, { args: [newStartMs] });
    return { workflowId, end: () => handle.result() };
  };
  return {
    open,
    async stop(): Promise<void> {
      worker.shutdown();
      await running;
      await connection.close();
    },
  };
}
