import { loadConfig, required } from '../../config/index.ts';
import { startWorker } from '../../workers/meeting-worker.ts';
import { say } from '../output.ts';
import { checkServers } from '../reach.ts';
import { listenForShutdown, stopInOrder } from '../shutdown.ts';

/** `parley worker`: until a signal; what it has begun is finished first. */
export async function worker(_options: { queues?: string[] }): Promise<void> {
  const shutdown = listenForShutdown();
  const config = loadConfig(undefined, [
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'SMTP_URL',
    'PUBLIC_URL',
    'PARLEY_SECRET_KEY',
  ]);
  await checkServers({ ...config, databaseUrl: required(config, 'databaseUrl') });
  const running = await startWorker(config);
  say('The worker is ready.');
  try {
    await Promise.race([shutdown.requested, running.failed]);
  } finally {
    await stopInOrder([{ name: 'the worker', stop: () => running.stop(), withinMs: 30_000 }], (problem) =>
      process.stderr.write(`${problem}\n`),
    );
  }
  process.exit(0);
}
