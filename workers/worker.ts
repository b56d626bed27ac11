import { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import { showProcess } from '../adapters/metrics/process-metrics.ts';
import { showReading } from '../adapters/metrics/reading-metrics.ts';
import { connectionOptions } from '../adapters/temporal/connect.ts';
import { createQueueChecks } from '../adapters/temporal/pollers.ts';
import type { Config } from '../config/index.ts';
import { QUEUES, QUEUES_IN_USE, taskQueueOf, type Queue, type QueueInUse } from '../workflows/queues.ts';
import type { Parley } from './assemble.ts';
import { startLoops } from './loops.ts';
import { startMetricsServer } from './metrics-server.ts';
import { feedsWork } from './queues/feeds.ts';
import { mailWork } from './queues/mail.ts';
import { meetingsWork } from './queues/meetings.ts';
import { webhooksWork } from './queues/webhooks.ts';
import { queueWatch } from './queues/watch.ts';
import type { QueueWork, WorkerParts } from './queues/work.ts';
import { useLogForTemporal } from './temporal-log.ts';
import { workflowBundle } from './workflow-bundle.ts';

/** What a worker needs before it can say that it runs; also the time that running activities get at the end. */
const SHUTDOWN_GRACE = '10 seconds';

const WORK: Record<QueueInUse, (parts: WorkerParts) => QueueWork> = {
  meetings: meetingsWork,
  mail: mailWork,
  feeds: feedsWork,
  webhooks: webhooksWork,
};

/**
 * Runs the workflows and activities of task queues, and takes up what crashes left behind of them, until it is stopped.
 *
 * @param options.queues which; all when absent
 * @returns `stop` leaves Parley open
 */
export async function startWorker(
  parley: Parley,
  { queues = QUEUES }: { queues?: readonly Queue[] } = {},
): Promise<{ failed: Promise<never>; stop(): Promise<void> }> {
  const { config } = parley;
  const log = parley.log.child({ part: 'worker' });
  useLogForTemporal(log);
  const { namespace, taskQueuePrefix } = config.temporal;
  const own = QUEUES_IN_USE.filter((queue) => queues.includes(queue));
  const registry = new Registry();
  const metrics = await metricsServer(registry, config, log);
  showReading(parley.reading, registry);
  const works = own.map((queue) => WORK[queue]({ parley, log, registry }));
  const connection = await NativeConnection.connect(connectionOptions(config));
  const bundle = await workflowBundle(config.embedded.cacheDir);
  const workers = await Promise.all(
    own.map((queue, index) =>
      Worker.create({
        connection,
        namespace,
        taskQueue: taskQueueOf(taskQueuePrefix, queue),
        workflowBundle: bundle,
        activities: works[index]!.activities,
        shutdownGraceTime: SHUTDOWN_GRACE,
      }),
    ),
  );
  const running = Promise.all(workers.map((worker) => worker.run()));
  const others = createQueueChecks(parley.client, taskQueuePrefix).filter(
    ({ queue }) => !own.includes(queue),
  );
  const loops = startLoops([...works.flatMap((work) => work.loops), queueWatch(others, log)], log);
  for (const work of works) await work.begin?.();
  return {
    failed: running.then(() => new Promise<never>(() => undefined)),
    async stop() {
      await loops.stop();
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
      for (const work of works) work.interrupt?.();
      await running.catch(() => undefined);
      for (const work of works) await work.stop();
      await connection.close();
      await metrics?.stop();
    },
  };
}

async function metricsServer(registry: Registry, config: Config, log: Logger) {
  if (config.workerMetricsPort === undefined) return undefined;
  showProcess(registry);
  return startMetricsServer(registry, { host: config.http.host, port: config.workerMetricsPort }, log);
}
