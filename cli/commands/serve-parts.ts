import { type Config } from '../../config/index.ts';
import { type MailCatcher } from '../../workers/embedded/mail-catcher.ts';
import { type Progress } from '../../workers/embedded/progress.ts';
import { CliError } from '../errors.ts';

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
export function startParts(
  _config: Config,
  _embedded: { catcher: MailCatcher | undefined; progress: Progress },
): Promise<Parts> {
  return Promise.reject(new CliError('not_ready', 'The API and the worker are not there yet.'));
}
