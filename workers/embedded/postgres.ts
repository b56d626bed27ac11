import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresBinaries } from './postgres-binaries.ts';
import { prepareCluster } from './postgres-cluster.ts';
import { endProcess, findByArguments, isAlive } from './processes.ts';
import { startService, type Service } from './service.ts';
import { secretOf } from './data-dir.ts';
import { StartupError } from './startup-error.ts';

export interface PostgresOptions {
  dataDir: string;
  port: number;
  /** For tests: loses data when the machine fails, in exchange for speed. */
  unsafeAndFast?: boolean;
}

export interface Postgres {
  /** Of the database `parley`. */
  readonly url: string;
  /** Of the maintenance database `postgres`. */
  readonly adminUrl: string;
  readonly ended: Promise<void>;
  /** The signal that ended it, or its exit code. */
  howEnded(): string;
  lastWords(): string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
/** Recovery after a crash replays the write-ahead log and may take a while on a slow disk. */
const READY_WITHIN_MS = 120_000;

/**
 * Starts the embedded PostgreSQL on loopback and creates the database `parley` when it is missing.
 *
 * @throws StartupError
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const directory = join(options.dataDir, 'postgres');
  const password = secretOf(options.dataDir, 'postgres-password');
  const user = await prepareCluster(directory, password);
  forgetStalePid(directory);
  const { postgres } = await postgresBinaries();
  const service = await startService({
    command: postgres,
    args: ['-D', directory, '-p', String(options.port), ...flags(options.unsafeAndFast ?? false)],
    logFile: join(options.dataDir, 'logs', 'postgres.log'),
    user,
    stopSignal: 'SIGINT', // "fast": open transactions are rolled back, the write-ahead log is closed
    killSignal: 'SIGQUIT', // "immediate": the postmaster takes its own children with it
    patienceMs: 10_000,
  });
  const urlOf = (name: string) =>
    `postgres://postgres:${encodeURIComponent(password)}@${HOST}:${options.port}/${name}`;
  try {
    await untilReady(urlOf('postgres'), service);
    await ensureDatabase(urlOf('postgres'), 'parley');
  } catch (error) {
    await service.stop();
    throw error;
  }
  return {
    url: urlOf('parley'),
    adminUrl: urlOf('postgres'),
    ended: service.ended,
    howEnded: () => service.howEnded(),
    lastWords: () => service.lastWords(),
    stop: () => service.stop(),
  };
}

/** Ends a PostgreSQL that a killed Parley left running on this data directory. */
export async function endOrphanedPostgres(dataDir: string): Promise<void> {
  for (const pid of findByArguments('-D', join(dataDir, 'postgres'))) {
    await endProcess(pid, [
      { signal: 'SIGINT', patienceMs: 10_000 },
      { signal: 'SIGQUIT', patienceMs: 5000 },
      { signal: 'SIGKILL', patienceMs: 5000 },
    ]);
  }
}

function flags(unsafeAndFast: boolean): string[] {
  const settings = {
    listen_addresses: HOST,
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(unsafeAndFast && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      autovacuum: 'off',
    }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * After a crash PostgreSQL finds its old pid file and refuses to start when any process has that id by now, which
 * in a container, where ids are few, is likely. No process runs on this directory: that was made sure before.
 */
function forgetStalePid(directory: string): void {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (isAlive(pid) && !findByArguments('-D', directory).includes(pid)) rmSync(file);
}

async function untilReady(url: string, service: Service): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const problem = await query(url, 'select 1').then(
      () => undefined,
      (error: unknown) => error,
    );
    if (problem === undefined) return;
    if (service.hasEnded() || Date.now() > end) {
      const sentence = `PostgreSQL did not start: ${service.lastWords() || 'it said nothing'}`;
      throw new StartupError('postgres_failed', sentence, { cause: problem });
    }
    await sleep(50);
  }
}

async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const found = await query(adminUrl, `select 1 from pg_database where datname = '${name}'`);
  if (found === 0) await query(adminUrl, `create database ${name}`);
}

async function query(url: string, sql: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  // A server that goes away while we connect also emits an error, besides failing the query.
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end().catch(() => {});
  }
}
