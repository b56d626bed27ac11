import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { buildWithGo } from './go-build.ts';
import { downloadOfficial } from './official-download.ts';
import { type Progress } from './progress.ts';
import { StartupError } from './startup-error.ts';

/** The newest version of the command line that builds from the Go module proxy. */
export const TEMPORAL_VERSION = '1.5.1';
const PACKAGE = `github.com/temporalio/cli/cmd/temporal@v${TEMPORAL_VERSION}`;
/** Update-with-start, which booking is, works without a switch from this server on. */
const OLDEST_SERVER = [1, 28] as const;

export interface TemporalBinary {
  path: string;
  way: 'path' | 'kept' | 'download' | 'go';
}

interface Options {
  cacheDir: string;
  progress: Progress;
  /** For tests; undefined: our own environment. */
  env?: NodeJS.ProcessEnv | undefined;
  /** Gives up a download or a build that is under way. */
  signal?: AbortSignal | undefined;
}

/**
 * Finds or gets a `temporal` program, in the order: on PATH, kept by an earlier start, the official download,
 * built with Go.
 *
 * @throws StartupError `temporal_missing`, which names these ways
 */
export async function provideTemporal({ cacheDir, progress, env, signal }: Options): Promise<TemporalBinary> {
  const kept = join(cacheDir, 'bin', `temporal-${TEMPORAL_VERSION}`);
  const onPath = temporalOnPath(env);
  if (onPath.usable) return { path: 'temporal', way: 'path' };
  if (isExecutable(kept)) return { path: kept, way: 'kept' };

  const download = await progress.step('downloading the Temporal server', () =>
    downloadOfficial({ kind: 'dev-server', version: `v${TEMPORAL_VERSION}`, target: kept, env, signal }),
  );
  signal?.throwIfAborted();
  if (download === undefined) return { path: kept, way: 'download' };

  const build = await progress.step('building the Temporal server with Go (about four minutes, once)', () =>
    buildWithGo({ pkg: PACKAGE, target: kept, env, signal }),
  );
  signal?.throwIfAborted();
  if (build === undefined) return { path: kept, way: 'go' };

  const sentence = `No Temporal server: set TEMPORAL_ADDRESS to a running one, or put "temporal" on PATH (${onPath.problem}), or allow its download from temporal.download (${download}), or install Go so that it can be built (${build}).`;
  throw new StartupError('temporal_missing', sentence);
}

function temporalOnPath(env: NodeJS.ProcessEnv | undefined): { usable: boolean; problem: string } {
  const answer = spawnSync('temporal', ['--version'], {
    encoding: 'utf8',
    timeout: 10_000,
    ...(env && { env }),
  });
  if (answer.status !== 0) return { usable: false, problem: 'it is not there' };
  const [, major = 0, minor = 0] = (/Server (\d+)\.(\d+)/.exec(answer.stdout) ?? []).map(Number);
  const usable = major > OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor >= OLDEST_SERVER[1]);
  return { usable, problem: `the one there is older than server ${OLDEST_SERVER.join('.')}` };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
