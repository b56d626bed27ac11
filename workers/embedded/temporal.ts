import { Connection } from '@temporalio/client';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, findByArguments } from './processes.ts';
import { startService, type Service } from './service.ts';
import { StartupError } from './startup-error.ts';

export interface TemporalOptions {
  /** The `temporal` program; see provideTemporal. */
  executable: string;
  port: number;
  /** Undefined: without its web pages. */
  uiPort?: number;
  /** Undefined: everything is kept in memory. */
  dbFile?: string;
  namespace: string;
  logFile: string;
}

export interface Temporal {
  readonly pid: number;
  readonly address: string;
  readonly uiUrl: string | undefined;
  readonly ended: Promise<void>;
  /** The signal that ended it, or its exit code. */
  howEnded(): string;
  lastWords(): string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 60_000;

/**
 * How often a second a shard looks for tasks to hand to workers. The server's default of 20 is meant for hundreds of
 * shards; a development server has one, and each step of a meeting would wait for up to 50 ms.
 */
const DISPATCHES_PER_SECOND = 200;

/** Where the embedded server keeps its workflows. */
export const temporalDbFile = (dataDir: string) => join(dataDir, 'temporal.db');

/**
 * Starts a Temporal server on loopback and waits until its namespace answers.
 *
 * @throws StartupError `temporal_failed`
 */
export async function startTemporal(options: TemporalOptions): Promise<Temporal> {
  const address = `${HOST}:${options.port}`;
  const service = await startService({
    command: options.executable,
    args: serverArguments(options),
    logFile: options.logFile,
    stopSignal: 'SIGINT',
    killSignal: 'SIGKILL',
    patienceMs: 5000,
  });
  try {
    await untilHealthy(address, options.namespace, service);
  } catch (error) {
    await service.stop();
    throw error;
  }
  return {
    pid: service.pid,
    address,
    uiUrl: options.uiPort === undefined ? undefined : `http://${HOST}:${options.uiPort}`,
    ended: service.ended,
    howEnded: () => service.howEnded(),
    lastWords: () => service.lastWords(),
    stop: () => service.stop(),
  };
}

/** Ends a Temporal server that a killed Parley left running on this data directory. */
export async function endOrphanedTemporal(dataDir: string): Promise<void> {
  for (const pid of findByArguments('--db-filename', temporalDbFile(dataDir))) {
    await endProcess(pid, [
      { signal: 'SIGINT', patienceMs: 5000 },
      { signal: 'SIGKILL', patienceMs: 5000 },
    ]);
  }
}

function serverArguments(options: TemporalOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', HOST, '--port', String(options.port)],
    ...['--namespace', options.namespace, '--log-level', 'error'],
    ...['--dynamic-config-value', `history.transferProcessorMaxPollRPS=${DISPATCHES_PER_SECOND}`],
    ...(options.uiPort === undefined ? ['--headless'] : ['--ui-port', String(options.uiPort)]),
    ...(options.dbFile === undefined ? [] : ['--db-filename', options.dbFile]),
  ];
}

async function untilHealthy(address: string, namespace: string, service: Service): Promise<void> {
  const end = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const problem = await describeNamespace(address, namespace);
    if (problem === undefined) return;
    if (service.hasEnded() || Date.now() > end) {
      const sentence = `The Temporal server did not start: ${service.lastWords() || 'it said nothing'}`;
      throw new StartupError('temporal_failed', sentence, { cause: problem });
    }
    await sleep(100);
  }
}

async function describeNamespace(address: string, namespace: string): Promise<unknown> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 2000 });
    try {
      await connection.withDeadline(Date.now() + 2000, () =>
        connection.workflowService.describeNamespace({ namespace }),
      );
    } finally {
      await connection.close();
    }
    return undefined;
  } catch (error) {
    return error ?? new Error('no answer');
  }
}
