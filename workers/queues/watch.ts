import type { Logger } from 'pino';
import type { QueueCheck } from '../../adapters/temporal/pollers.ts';
import type { Queue } from '../../workflows/queues.ts';
import type { LoopTask } from '../loops.ts';

/**
 * Tells of queues that no worker runs: what is put there waits. It must be so twice in a row: who is to run one may be
 * about to start.
 *
 * @param others the queues that this worker leaves to others
 */
export function queueWatch(others: readonly QueueCheck[], log: Pick<Logger, 'error'>): LoopTask {
  let before = new Set<Queue>();
  return {
    name: 'queues',
    everyMs: 60_000,
    async run() {
      const unrun = new Set<Queue>();
      for (const { queue, isRun } of others) if (!(await isRun())) unrun.add(queue);
      for (const queue of unrun)
        if (before.has(queue)) log.error({ queue }, 'no worker runs this task queue: what is on it waits');
      before = unrun;
    },
  };
}
