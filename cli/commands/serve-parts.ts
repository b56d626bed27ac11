import { createFileLog } from '../../adapters/log/file-log.ts';
import type { Config } from '../../config/index.ts';
import { startApi } from '../../workers/api.ts';
import { assemble } from '../../workers/assemble.ts';
import { logFileIn, secretOf } from '../../workers/embedded/data-dir.ts';
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
  /** Where the log is. */
  logFile: string;
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
  const logFile = logFileIn(config.embedded.dataDir);
  const log = createFileLog({ ...config.log, file: logFile, screen: process.stderr });
  const parley = assemble(config, { log });
  const stops: Parts['stops'] = [{ name: 'the connections', stop: () => parley.close(), withinMs: 5_000 }];
  try {
    const worker = await progress.step('Starting the worker', () => startWorker(parley));
    stops.unshift({ name: 'the worker', stop: () => worker.stop(), withinMs: 30_000 });
    const mailbox = config.embedded.devMailbox ? catcher : undefined;
    const api = await progress.step('Starting the API', () => startApi(parley, { mailbox }));
    stops.unshift({ name: 'the API', stop: () => api.stop(), withinMs: 15_000 });
    return { url: api.url, apiKey, logFile, stops };
  } catch (error) {
    for (const { stop } of stops) await stop();
    throw error;
  }
}
