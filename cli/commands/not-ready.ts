import { CliError } from '../errors.ts';

/** For a command whose parts are still being written. */
export function notReady(name: string): Promise<never> {
  return Promise.reject(new CliError('not_ready', `"parley ${name}" is not there yet.`));
}
