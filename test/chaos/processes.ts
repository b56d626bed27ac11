import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { testEnvironment } from '../support/environment.ts';

const PARLEY = fileURLToPath(new URL('../../bin/parley.js', import.meta.url));

/** A command of ours as a process that is started again whenever it is killed. */
export class Restarting {
  readonly #command: string[];
  readonly #settings: Record<string, string>;
  #child: ChildProcess | undefined;
  #stopping = false;
  #ready = Promise.resolve();
  kills = 0;

  constructor(command: string[], settings: Record<string, string>) {
    this.#command = command;
    this.#settings = settings;
  }

  start(): void {
    const child = spawn(process.execPath, [PARLEY, ...this.#command], {
      env: testEnvironment(this.#settings),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    // The command says one line, when it is ready.
    this.#ready = Promise.race([once(child.stdout, 'data'), once(child, 'exit')]).then(() => undefined);
    child.once('exit', () => {
      if (!this.#stopping) this.start();
    });
  }

  /** Kills it at some moment in the given time after it has begun to work. */
  async killWithin(ms: number): Promise<void> {
    await this.#ready;
    await wait(randomInt(ms));
    const child = this.#child;
    if (child?.exitCode !== null || !child.kill('SIGKILL')) return;
    this.kills += 1;
    // Only then does the next one begin: without it, that one would be killed before it works.
    await once(child, 'exit');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
}

/** Runs a command of ours to its end. @throws Error when it fails */
export async function runParley(command: string[], settings: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [PARLEY, ...command], {
    env: testEnvironment(settings),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`parley ${command.join(' ')} ended with ${code}`);
}
