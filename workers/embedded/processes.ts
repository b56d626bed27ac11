import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const PROC = '/proc/self/stat';

/** Whether a process with this id exists, also when it belongs to somebody else. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

/**
 * When the process began, as text that only equality is asked of; undefined when there is no such process.
 * A process id alone says little: after a crash it may have been given to another program.
 */
export function birthOf(pid: number): string | undefined {
  if (!existsSync(PROC)) return ps(['-o', 'lstart=', '-p', String(pid)])?.trim();
  const fields = statFields(pid);
  if (fields === undefined || fields[0] === 'Z') return undefined;
  return `${bootId()}/${fields[19]}`;
}

/** The processes whose command line has these words in this order, next to each other. */
export function findByArguments(...words: string[]): number[] {
  return processes()
    .filter(({ args }) => args.some((_, at) => words.every((word, n) => args[at + n] === word)))
    .map(({ pid }) => pid);
}

/** Sends the signals one after the other, each with its patience, until the process is gone. */
export async function endProcess(
  pid: number,
  signals: readonly { signal: NodeJS.Signals; patienceMs: number }[],
) {
  for (const { signal, patienceMs } of signals) {
    signalQuietly(pid, signal);
    for (const end = Date.now() + patienceMs; Date.now() < end;) {
      if (!isAlive(pid)) return;
      await sleep(25);
    }
  }
}

/** `kill` that does not mind when the process is already gone. */
export function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function processes(): { pid: number; args: string[] }[] {
  if (!existsSync(PROC)) {
    const lines = ps(['-axo', 'pid=,args='])?.split('\n') ?? [];
    return lines
      .map((line) => line.trim().split(/\s+/))
      .map(([pid, ...args]) => ({ pid: Number(pid), args }));
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), args: readOr(`/proc/${name}/cmdline`, '').split('\0') }));
}

function stateOf(pid: number): string | undefined {
  return existsSync(PROC) ? statFields(pid)?.[0] : undefined;
}

/** The fields of proc(5) `stat` after the command's name, which may itself contain blanks and brackets. */
function statFields(pid: number): string[] | undefined {
  const text = readOr(`/proc/${pid}/stat`, '');
  return text === '' ? undefined : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

const bootId = () => readOr('/proc/sys/kernel/random/boot_id', '').trim();

/** A process may end between being listed and being read. */
function readOr(path: string, fallback: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return fallback;
  }
}

function ps(args: string[]): string | undefined {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}
