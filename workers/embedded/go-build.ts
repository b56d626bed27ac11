import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runToEnd } from './run-to-end.ts';

export interface GoBuild {
  /** With its version: `github.com/temporalio/cli/cmd/temporal@v1.5.1`. */
  pkg: string;
  /** Where the program shall be; it appears there whole or not at all. */
  target: string;
  /** For tests; undefined: our own environment. */
  env?: NodeJS.ProcessEnv | undefined;
  signal?: AbortSignal | undefined;
}

/** Builds a Go program from the module proxy. @returns what went wrong; undefined when the target is there */
export async function buildWithGo({ pkg, target, env, signal }: GoBuild): Promise<string | undefined> {
  mkdirSync(dirname(target), { recursive: true });
  // Two starts may build at the same time: each in its own directory, and the later rename replaces like with like.
  const directory = mkdtempSync(join(dirname(target), 'build-'));
  try {
    // `env` adds one variable to those that Go needs anyway (proxy, caches), whatever they are.
    const { code, errors } = await runToEnd('env', [`GOBIN=${directory}`, 'go', 'install', pkg], {
      env,
      signal,
    });
    if (code === 127) return 'Go is not installed';
    if (code !== 0) return errors.trim().split('\n').at(-1) || 'go install failed';
    renameSync(join(directory, nameOf(pkg)), target);
    return undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const nameOf = (pkg: string) => pkg.replace(/@.*/, '').split('/').at(-1)!;
