import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { acquireLock } from '../../workers/embedded/lock.ts';
import { birthOf } from '../../workers/embedded/processes.ts';
import { failureOf, temporaryDirectory } from './helpers.ts';

const acquire = (path: string) => failureOf(Promise.resolve().then(() => acquireLock(path)));

function somebodyElse(): { pid: number; birth: string | undefined } {
  const other = spawn('sleep', ['60']);
  onTestFinished(() => void other.kill());
  return { pid: other.pid!, birth: birthOf(other.pid!) };
}

it('lets only one process work on a directory', async () => {
  const path = temporaryDirectory();
  const other = somebodyElse();
  writeFileSync(join(path, 'parley.lock'), JSON.stringify(other));
  expect((await acquire(path)).message).toBe(`Parley is already running on ${path} (process ${other.pid}).`);
  expect(readdirSync(path)).toEqual(['parley.lock']);
});

it('takes over the lock of a process that has ended', () => {
  const path = temporaryDirectory();
  writeFileSync(join(path, 'parley.lock'), JSON.stringify({ pid: 4_000_000, birth: 'long ago' }));
  const lock = acquireLock(path);
  expect(JSON.parse(readFileSync(join(path, 'parley.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  lock.release();
  expect(readdirSync(path)).toEqual([]);
});

it('takes over a lock whose process id now belongs to another program', () => {
  const path = temporaryDirectory();
  const { pid } = somebodyElse();
  writeFileSync(join(path, 'parley.lock'), JSON.stringify({ pid, birth: 'before the last boot' }));
  acquireLock(path).release();
  expect(existsSync(join(path, 'parley.lock'))).toBe(false);
});

it('takes over a lock that nobody can read', () => {
  const path = temporaryDirectory();
  writeFileSync(join(path, 'parley.lock'), '');
  acquireLock(path).release();
});
