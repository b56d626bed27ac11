import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { endProcess, signalQuietly } from './processes.ts';

export interface ServiceOptions {
  command: string;
  args: string[];
  /** Receives what the service writes. */
  logFile: string;
  /** The user it runs as, when not our own. */
  user?: { uid: number; gid: number } | undefined;
  /** Asks it to stop in good order. */
  stopSignal: NodeJS.Signals;
  /** Ends it at once, together with its own children. */
  killSignal: NodeJS.Signals;
  /** How long it may take to stop in good order. */
  patienceMs: number;
}

export interface Service {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  /** The signal that ended it, or its exit code; empty while it runs. */
  howEnded(): string;
  /** The last line that it wrote, to explain why it ended. */
  lastWords(): string;
  stop(): Promise<void>;
}

const running = new Map<number, NodeJS.Signals>();
let exitHookIsSet = false;

/**
 * Starts a server as a process of its own session: the terminal's Ctrl-C must not reach it, because it has to
 * outlive the worker that is still finishing its work. When our process exits in any way that runs
 * exit handlers, whatever is still running is killed; after a SIGKILL the next start finds and ends it.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  if (!exitHookIsSet) {
    exitHookIsSet = true;
    process.on('exit', killServices);
  }
  const log = openSync(options.logFile, 'a', 0o600);
  // What a service writes is for its owner only: workflow histories and tables hold people's addresses.
  const umask = process.umask(0o077);
  const child = spawn(options.command, options.args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: '/',
    ...options.user,
  });
  process.umask(umask);
  closeSync(log);
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(child.pid!));
  });
  running.set(pid, options.killSignal);
  let gone = false;
  let how = '';
  const ended = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      gone = true;
      how = signal ?? `exit code ${code}`;
      running.delete(pid);
      resolve();
    }),
  );
  return {
    pid,
    ended,
    hasEnded: () => gone,
    howEnded: () => how,
    lastWords: () => readFileSync(options.logFile, 'utf8').trimEnd().split('\n').at(-1) ?? '',
    async stop() {
      if (gone) return;
      await endProcess(pid, [
        { signal: options.stopSignal, patienceMs: options.patienceMs },
        { signal: options.killSignal, patienceMs: 2000 },
        { signal: 'SIGKILL', patienceMs: 2000 },
      ]);
      await ended;
    },
  };
}

/** Ends every running service at once, for an exit that waits for nothing. */
export function killServices(): void {
  for (const [pid, signal] of running) signalQuietly(pid, signal);
}
