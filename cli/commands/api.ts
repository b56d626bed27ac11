import { startApi } from '../../api/server.ts';
import { loadConfig } from '../../config/index.ts';
import { say } from '../output.ts';
import { listenForShutdown, stopInOrder } from '../shutdown.ts';

/** `parley api`: the API, the pages and the mail listener, until a signal. */
export async function api(): Promise<void> {
  const shutdown = listenForShutdown();
  const running = await startApi(loadConfig());
  say(`The API is ready: ${running.url}`);
  await shutdown.requested;
  await stopInOrder([{ name: 'the API', stop: () => running.stop(), withinMs: 30_000 }], (problem) =>
    process.stderr.write(`${problem}\n`),
  );
  process.exit(0);
}
