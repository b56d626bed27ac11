import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { testEnvironment } from '../support/environment.ts';

/** A directory that is gone after the test. */
export function temporaryDirectory(): string {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'parley-embedded-'));
  chmodSync(path, 0o711); // as root: PostgreSQL's own user has to pass through
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A port that somebody listens on until the test is over. */
export async function occupiedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** What a rejected promise was rejected with. */
export async function failureOf(work: Promise<unknown>): Promise<Error & { code?: string }> {
  return work.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as Error,
  );
}

export interface RunningStack {
  process: ChildProcess;
  databaseUrl: string;
  temporalAddress: string;
  smtpUrl: string;
  secretKey: string;
  /** Exit code, or the signal that ended it. */
  exited: Promise<number | string | null>;
}

/** Runs run-stack.ts as the leader of a process group, as a terminal would. */
export async function runStack(env: Record<string, string>): Promise<RunningStack> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'run-stack.ts')], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: testEnvironment({ POSTGRES_PORT: '0', TEMPORAL_PORT: '0', TEMPORAL_UI_PORT: '0', ...env }),
  });
  onTestFinished(() => void child.kill('SIGTERM'));
  const errors = text(child.stderr);
  const exited = new Promise<number | string | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  for await (const line of createInterface({ input: child.stdout })) {
    return { process: child, exited, ...(JSON.parse(line) as Omit<RunningStack, 'process' | 'exited'>) };
  }
  throw new Error(await errors);
}
