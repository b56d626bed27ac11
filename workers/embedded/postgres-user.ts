import { execFileSync, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { StartupError } from './startup-error.ts';

export interface SystemUser {
  uid: number;
  gid: number;
}

/** Whom PostgreSQL runs as: it refuses to be root, so root needs the `postgres` user, whom initdb's wrapper makes. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => {
    const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return answer.status === 0 ? Number(answer.stdout) : undefined;
  };
  const [uid, gid] = [id('-u'), id('-g')];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** As root: makes sure that the user exists, so that the paths can be checked before anything is created. */
export function ensurePostgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (!postgresUser()) {
    try {
      execFileSync('groupadd', ['-r', 'postgres'], { stdio: 'ignore' });
      execFileSync('useradd', ['-r', '-g', 'postgres', 'postgres'], { stdio: 'ignore' });
    } catch (error) {
      const sentence =
        'PostgreSQL does not run as root and the user "postgres" could not be created; create it, start Parley as another user, or set DATABASE_URL.';
      throw new StartupError('postgres_failed', sentence, { cause: error });
    }
  }
  return postgresUser();
}

/**
 * PostgreSQL's own user must be able to pass through every directory above its files; below a home of mode
 * 0700 it cannot, and initdb would say so in a way that nobody understands.
 *
 * @throws StartupError `not_traversable`
 */
export function checkTraversable(
  user: SystemUser,
  directories: readonly { path: string; what: string }[],
): void {
  for (const { path, what } of directories) {
    const blocked = ancestors(path).find((directory) => !mayEnter(user, directory));
    if (blocked === undefined) continue;
    const sentence = `PostgreSQL does not run as root, and its user "postgres" may not pass through ${blocked} to ${what}; run "chmod o+x ${blocked}", move ${what} elsewhere, start Parley as another user, or set DATABASE_URL.`;
    throw new StartupError('not_traversable', sentence);
  }
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), path];
}

/** Asks the system rather than the mode bits, so that access lists and mounts count too. */
const mayEnter = (user: SystemUser, directory: string) =>
  spawnSync('test', ['-x', directory], { ...user, cwd: '/' }).status === 0;
