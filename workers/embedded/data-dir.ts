import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { newDkimKey } from '../../adapters/mail/dkim/key.ts';
import { acquireLock, LOCK_FILE } from './lock.ts';
import { StartupError } from './startup-error.ts';

/** The layout of the directory; raised when an older Parley could not use what a newer one wrote. */
export const LAYOUT_VERSION = '1';

export interface DataDir {
  /** Absolute, without symbolic links: processes are recognised by the paths in their command lines. */
  readonly path: string;
  /** Gives the directory free for another start. */
  release(): void;
}

/**
 * Creates or checks the data directory and locks it for this process.
 *
 * @throws StartupError `data_dir_permission`, `data_dir_version` or `already_running`
 */
export function openDataDir(wanted: string): DataDir {
  const path = makeDataDir(wanted);
  const lock = withPermission(wanted, () => acquireLock(path));
  try {
    withPermission(wanted, () => mkdirSync(join(path, 'logs'), { recursive: true, mode: 0o711 }));
  } catch (error) {
    lock.release();
    throw error;
  }
  return { path, release: () => lock.release() };
}

/**
 * Creates or checks the data directory, which may be in use.
 *
 * @returns it, absolute and without symbolic links
 * @throws StartupError `data_dir_permission` or `data_dir_version`
 */
export function makeDataDir(wanted: string): string {
  return withPermission(wanted, () => {
    // Others may pass through but not list: when root starts Parley, PostgreSQL runs as its own user below.
    makeDirectory(resolve(wanted), 0o711);
    const path = realpathSync(wanted);
    checkVersion(path);
    return path;
  });
}

/** With those above it, one by one: Node's own `recursive` never ends where the system refuses, as below `/proc`. */
function makeDirectory(path: string, mode: number): void {
  if (existsSync(path)) return;
  makeDirectory(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another start may have been faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** A secret of the directory's own, made at the first call: 32 random bytes in base64, readable by the owner only. */
export const secretOf = (dataDir: string, name: string): string =>
  keptFile(join(dataDir, name), () => `${randomBytes(32).toString('base64')}\n`).trim();

/** The log of an embedded start. */
export const logFileIn = (dataDir: string): string => join(dataDir, 'logs', 'parley.log');

/** Where an embedded start keeps the key that it signs mail with. */
export const dkimKeyFileIn = (dataDir: string): string => join(dataDir, 'dkim-key.pem');

/** The file with the directory's own DKIM key, made at the first call. */
export function dkimKeyFileOf(dataDir: string): string {
  const path = dkimKeyFileIn(dataDir);
  keptFile(path, newDkimKey);
  return path;
}

/** A file that is made at the first call and read afterwards; readable by the owner only. */
function keptFile(path: string, make: () => string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const content = make();
  writeFileSync(`${path}.new`, content, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return content;
}

function checkVersion(path: string): void {
  const present = readdirSync(path).filter((name) => !name.startsWith(LOCK_FILE));
  if (present.length === 0) {
    writeFileSync(join(path, 'VERSION'), `${LAYOUT_VERSION}\n`, { mode: 0o644 });
    return;
  }
  if (!present.includes('VERSION')) {
    const sentence = `${path} holds other files and is not a data directory of Parley; set PARLEY_DATA_DIR to another one.`;
    throw new StartupError('data_dir_version', sentence);
  }
  const version = readFileSync(join(path, 'VERSION'), 'utf8').trim();
  if (version !== LAYOUT_VERSION) {
    const sentence = `${path} is a data directory of another version of Parley (layout ${version}, this one uses ${LAYOUT_VERSION}); set PARLEY_DATA_DIR to another one.`;
    throw new StartupError('data_dir_version', sentence);
  }
}

function withPermission<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    const reason = {
      EACCES: 'permission denied',
      EPERM: 'permission denied',
      EROFS: 'read-only file system',
      ENOENT: 'the system makes no directory there',
    }[code];
    const other = { ENOTDIR: 'not a directory', EEXIST: 'not a directory', ENOSPC: 'no space left' }[code];
    if (reason === undefined && other === undefined) throw error;
    const sentence = `The data directory ${path} cannot be written (${reason ?? other}); set PARLEY_DATA_DIR to another one.`;
    throw new StartupError('data_dir_permission', sentence, { cause: error });
  }
}
