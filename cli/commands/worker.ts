import { loadConfig, required } from '../../config/index.ts';
import { QUEUES, QUEUES_IN_USE, type Queue } from '../../workflows/queues.ts';
import { assemble } from '../../workers/assemble.ts';
import { startWorker } from '../../workers/worker.ts';
import { say } from '../output.ts';
import { checkServers } from '../reach.ts';
import { listenForShutdown, stopInOrder } from '../shutdown.ts';

/** `parley worker`: until a signal; what it has begun is finished first. */
export async function worker({ queues = QUEUES }: { queues?: readonly Queue[] }): Promise<void> {
  const shutdown = listenForShutdown();
  const config = loadConfig(undefined, [
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    ...(queues.includes('mail') ? (['SMTP_URL'] as const) : []),
    'PUBLIC_URL',
    'PARLEY_SECRET_KEY',
  ]);
  await checkServers({ ...config, databaseUrl: required(config, 'databaseUrl') });
  const parley = assemble(config);
  const running = await startWorker(parley, { queues });
  say(whatRuns(queues));
  try {
    await Promise.race([shutdown.requested, running.failed]);
  } finally {
    const stop = async () => {
      await running.stop();
      await parley.close();
    };
    await stopInOrder([{ name: 'the worker', stop, withinMs: 30_000 }], (problem) =>
      process.stderr.write(`${problem}\n`),
    );
  }
  process.exit(0);
}

function whatRuns(queues: readonly Queue[]): string {
  const inUse: readonly Queue[] = QUEUES_IN_USE;
  const run = inUse.filter((queue) => queues.includes(queue));
  const left = inUse.filter((queue) => !queues.includes(queue));
  const idle = queues.filter((queue) => !inUse.includes(queue));
  return [
    `The worker is ready. It runs ${run.length > 0 ? run.join(', ') : 'nothing'}.`,
    ...(idle.length > 0 ? [`Nothing is put on ${idle.join(', ')} yet.`] : []),
    ...(left.length > 0 ? [`Other workers have to run ${left.join(', ')}.`] : []),
  ].join(' ');
}
