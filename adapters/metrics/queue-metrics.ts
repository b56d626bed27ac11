import { Gauge, type Registry } from 'prom-client';
import type { QueueCheck } from '../temporal/pollers.ts';

/** Shows which task queues a worker runs; nothing while Temporal does not answer. */
export function showQueues(checks: readonly QueueCheck[], registry: Registry): void {
  new Gauge({
    name: 'parley_queue_is_run',
    help: 'Whether a worker runs the task queue: 1, or 0 when what is on it waits. Every process shows the same.',
    labelNames: ['queue'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { queue, isRun } of checks) {
        const answer = await isRun().catch(() => undefined);
        if (answer !== undefined) this.set({ queue }, answer ? 1 : 0);
      }
    },
  });
}
