import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphanedPostgres } from '../../workers/embedded/postgres.ts';
import { birthOf, endProcess, isAlive } from '../../workers/embedded/processes.ts';

const PREFIX = 'parley-test-';

/** A directory for this run; its name says whose it is, so that a later run can tell that nobody uses it any more. */
export function makeRunDirectory(): string {
  const path = mkdtempSync(join(realpathSync(tmpdir()), `${PREFIX}${process.pid}-`));
  chmodSync(path, 0o711); // as root: PostgreSQL's own user has to pass through
  return path;
}

/** Removes it when what ran in it has stopped. */
export function removeRunDirectory(directory: string): void {
  rmSync(directory, { recursive: true, force: true });
}

/** Leaves a note of a server whose command line does not name the directory. */
export function recordProcess(directory: string, pid: number): void {
  writeFileSync(join(directory, `process-${pid}`), birthOf(pid) ?? '');
}

/** Removes what a killed run left behind, its PostgreSQL and Temporal servers included. */
export async function sweepLeftovers(): Promise<void> {
  const root = realpathSync(tmpdir());
  for (const name of readdirSync(root)) {
    const pid = /^parley-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const directory = join(root, name);
    await endOrphanedPostgres(directory);
    await endRecorded(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function endRecorded(directory: string): Promise<void> {
  for (const name of readdirSync(directory)) {
    const pid = Number(/^process-(\d+)$/.exec(name)?.[1]);
    if (!pid || birthOf(pid) !== readFileSync(join(directory, name), 'utf8')) continue;
    await endProcess(pid, [{ signal: 'SIGKILL', patienceMs: 5000 }]);
  }
}
