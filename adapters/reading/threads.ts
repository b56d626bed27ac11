import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { ReadingGivenUp } from '../../activities/reading-failures.ts';
import type { Batch, Outcome } from './serve.ts';

/** Threads that read. One whose batch is aborted, or that dies of it, is replaced by another. */
export interface Threads {
  /** @throws the reason of the abort, ReadingGivenUp beyond the memory, or why the thread died */
  run(batch: Batch, signal: AbortSignal): Promise<Outcome[]>;
  close(): Promise<void>;
}

const THREAD = new URL('./thread.js', import.meta.url);
/** While one is given something hostile, there has to be another. */
const FEWEST = 2;
/** A thread more than those ends when it was of no use for so long. */
const IDLE_MS = 60_000;

export function createThreads(options: { threads: number; memoryMb: number; thread?: URL }): Threads {
  const pool = new Piscina<Batch, Outcome[]>({
    filename: fileURLToPath(options.thread ?? THREAD),
    minThreads: Math.min(FEWEST, options.threads),
    maxThreads: options.threads,
    idleTimeout: IDLE_MS,
    // A thread that waits on Atomics would not go on with what its libraries do later.
    atomics: 'disabled',
    recordTiming: false,
    resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    // Nothing that reads what strangers send needs to know any secret, or the flags of this process.
    env: {},
    execArgv: [],
  });
  // One that dies with nothing to do is replaced when there is something.
  pool.on('error', () => undefined);
  return {
    async run(batch, signal) {
      try {
        return await pool.run(batch, { signal });
      } catch (error) {
        throw signal.aborted ? signal.reason : problemOf(error);
      }
    },
    close: () => pool.destroy(),
  };
}

const problemOf = (error: unknown): unknown =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ReadingGivenUp('reading-took-too-much-memory')
    : error;
