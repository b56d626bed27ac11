import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runToEnd } from './run-to-end.ts';

const PROGRAM = fileURLToPath(new URL('./download-ephemeral-server.js', import.meta.url));
/** A download that brings nothing for so long is given up; a slow one that goes on is not. */
const STALLED_AFTER_MS = 20_000;

export interface OfficialDownload {
  kind: 'dev-server' | 'time-skipping';
  /** As Temporal names its releases, or `default`: the one that the SDK was tested with. */
  version: string;
  /** Where the program shall be; it appears there whole or not at all. */
  target: string;
  /** For tests; undefined: our own environment. */
  env?: NodeJS.ProcessEnv | undefined;
  signal?: AbortSignal | undefined;
}

/** Tries the official download through the SDK. @returns what went wrong; undefined when the target is there */
export async function downloadOfficial(options: OfficialDownload): Promise<string | undefined> {
  const { kind, version, target, env, signal } = options;
  mkdirSync(dirname(target), { recursive: true });
  // A directory of our own: the SDK would wait for another's unfinished file there, even for a dead one's.
  const directory = mkdtempSync(join(dirname(target), 'download-'));
  const growth = watchGrowth(directory);
  try {
    const outcome = await runToEnd(process.execPath, [PROGRAM, kind, directory, version], {
      env,
      signal: AbortSignal.any([growth.stalled, ...(signal ? [signal] : [])]),
    });
    if (growth.stalled.aborted) return `no answer for ${STALLED_AFTER_MS / 1000} s`;
    const file = readdirSync(directory).find((name) => !name.endsWith('.downloading'));
    if (outcome.code !== 0 || file === undefined) return reasonIn(outcome.errors);
    renameSync(join(directory, file), target);
    return undefined;
  } finally {
    growth.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

function watchGrowth(directory: string) {
  const controller = new AbortController();
  let seen = { bytes: -1, at: Date.now() };
  const timer = setInterval(() => {
    const bytes = sizeOf(directory);
    if (bytes !== seen.bytes) seen = { bytes, at: Date.now() };
    else if (Date.now() - seen.at > STALLED_AFTER_MS) controller.abort();
  }, 500);
  return { stalled: controller.signal, stop: () => clearInterval(timer) };
}

const reasonIn = (errors: string) =>
  /(dns error|error sending request|failed to download)[^\n]*/.exec(errors)?.[0] ?? errors.trim().slice(-200);

const sizeOf = (directory: string) =>
  readdirSync(directory)
    .map((name) => statSync(join(directory, name), { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
