import { startApi } from '../../api/server.ts';
import { createLogger } from '../../adapters/log/logger.ts';
import { configuredReading } from '../../adapters/reading/configured.ts';
import type { Config } from '../../config/index.ts';
import { secretOf } from '../../workers/embedded/data-dir.ts';
import type { MailCatcher } from '../../workers/embedded/mail-catcher.ts';
import type { Progress } from '../../workers/embedded/progress.ts';
import { startWorker } from '../../workers/worker.ts';
import { migrateAll } from './migrate.ts';

/** What is ours and runs on top of the servers: migrations, first tenant and key, worker, API, mail listener. */
export interface Parts {
  /** Where the API and the pages are. */
  url: string;
  /** Of the first tenant. */
  apiKey: string;
  /** In the order in which they are to be stopped. */
  stops: { name: string; stop: () => Promise<void>; withinMs: number }[];
}

/** Starts them on a configuration in which every address is known; when one fails, stops those already up. */
export async function startParts(
  config: Config,
  { catcher, progress }: { catcher: MailCatcher | undefined; progress: Progress },
): Promise<Parts> {
  // Kept with the data, so that the next start prints the same key.
  const apiKey = config.apiKey ?? `pk_${secretOf(config.embedded.dataDir, 'api-key')}`;
  await progress.step('Migrating the database', () => migrateAll({ ...config, apiKey }));
  const log = createLogger({ level: config.log.level, name: 'reading' });
  const reading = configuredReading(config, log);
  const worker = await progress.step('Starting the worker', () => startWorker(config, { reading }));
  const stopWorker = async () => {
    await worker.stop();
    await reading.close();
  };
  const workerStop = { name: 'the worker', stop: stopWorker, withinMs: 30_000 };
  try {
    const api = await progress.step('Starting the API', () =>
      startApi(config, {
        reading,
        ...(catcher && config.embedded.devMailbox ? { mailbox: catcher } : {}),
      }),
    );
    return {
      url: api.url,
      apiKey,
      stops: [{ name: 'the API', stop: () => api.stop(), withinMs: 15_000 }, workerStop],
    };
  } catch (error) {
    await stopWorker();
    throw error;
  }
}
