import { spawn } from 'node:child_process';
import { signalQuietly } from './processes.ts';

export interface Outcome {
  /** The exit code; undefined when it could not be started or was ended by a signal. */
  code: number | undefined;
  /** The end of what it wrote to stderr. */
  errors: string;
}

/**
 * Runs a program that ends by itself. Aborting, and our own exit, end it together with the programs that it
 * started in turn (a compiler's).
 */
export function runToEnd(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv | undefined; cwd?: string; signal?: AbortSignal | undefined } = {},
): Promise<Outcome> {
  const { env, cwd, signal } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(env && { env }),
      ...(cwd && { cwd }),
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
    const end = () => child.pid !== undefined && signalQuietly(-child.pid, 'SIGKILL');
    const settle = (code: number | undefined) => {
      process.off('exit', end);
      signal?.removeEventListener('abort', end);
      resolve({ code, errors });
    };
    process.on('exit', end);
    signal?.addEventListener('abort', end);
    child.once('error', (error) => {
      errors += error.message;
      settle(undefined);
    });
    child.once('close', (code) => settle(code ?? undefined));
    if (signal?.aborted) end();
  });
}
