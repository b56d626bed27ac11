import { linkSync, readFileSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf } from './processes.ts';
import { StartupError } from './startup-error.ts';

export const LOCK_FILE = 'parley.lock';

interface Holder {
  pid: number;
  /** When that process began: the pid alone may meanwhile belong to another program. */
  birth: string | undefined;
}

/**
 * Makes this process the only one that works on the data directory.
 * A lock whose process has ended, or whose process id now belongs to another program, is taken over.
 *
 * @throws StartupError `already_running`
 */
export function acquireLock(dataDir: string): { release(): void } {
  const path = join(dataDir, LOCK_FILE);
  const mine = join(dataDir, `${LOCK_FILE}.${process.pid}`);
  const self: Holder = { pid: process.pid, birth: birthOf(process.pid) };
  writeFileSync(mine, JSON.stringify(self), { mode: 0o600 });
  try {
    for (;;) {
      if (linkIfAbsent(mine, path)) break;
      const holder = readHolder(path);
      if (holder && isRunning(holder)) {
        const sentence = `Parley is already running on ${dataDir} (process ${holder.pid}).`;
        throw new StartupError('already_running', sentence);
      }
      removeStale(path, mine);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    release() {
      if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

/** A link is created whole or not at all, so no other process ever reads a half-written lock. */
function linkIfAbsent(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

const isRunning = (holder: Holder) => holder.birth !== undefined && birthOf(holder.pid) === holder.birth;

/**
 * Two starts may find the same stale lock. Each moves it aside before it looks again: the one that moved a
 * lock which the other had just taken puts it back.
 */
function removeStale(path: string, mine: string): void {
  const aside = `${mine}.stale`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved && isRunning(moved)) linkIfAbsent(aside, path);
  unlinkSync(aside);
}
