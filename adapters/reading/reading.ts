import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { ReadingBusy, ReadingGivenUp, type ReadingProblem } from '../../activities/reading-failures.ts';
import type { ReadingSettings } from '../../config/index.ts';
import { progressIn, type Progress } from './progress.ts';
import type { Job } from './serve.ts';
import type { TaskInput, TaskName, TaskResult } from './tasks.ts';

export interface ReadingOptions extends ReadingSettings {
  /** What runs in each thread, instead of the tasks of reading. */
  thread?: URL;
  /** So long a job waits at most until it begins; half a minute when absent. */
  waitMs?: number;
  /** Hears why a thread ended that was not told to. */
  onThreadEnd?: (why: ThreadEnd) => void;
}

export type ThreadEnd = ReadingProblem | 'died';

/** Reads whatever strangers send, in threads, each job within a budget of time and memory. One for all of a process. */
export interface Reading {
  /**
   * @param bytes about the size of the input
   * @throws ReadingGivenUp beyond the budget, ReadingBusy when too much waits; what the task throws
   */
  run<N extends TaskName>(task: N, input: TaskInput<N>, bytes: number): Promise<TaskResult<N>>;
  /** Nothing more is taken now. */
  isFull(): boolean;
  /** Jobs that were taken and are not done. */
  inHand(): number;
  /** How many threads have ended that were not told to, and why. */
  threadsEnded(): Record<ThreadEnd, number>;
  /** Starts a thread before there is anything to read. */
  warm(): void;
  /** What is under way is finished, within its budget; what waits is not begun. */
  close(): Promise<void>;
}

/** Of all that was taken and is not done. */
const MOST_BYTES = 200_000_000;
const WAIT_MS = 30_000;
const LOOK_EVERY_MS = 50;
/** A thread that was of no use for so long ends, except for one. */
const IDLE_MS = 60_000;
const THREAD = new URL('./thread.js', import.meta.url);

interface JobInHand {
  progress: Progress;
  bytes: number;
  takenMs: number;
  stop: AbortController;
  /** Why it was stopped. */
  problem: Error | null;
  done: Promise<unknown>;
}

export function createReading(options: ReadingOptions): Reading {
  const { budgetMs, waitMs = WAIT_MS, threads, queue, onThreadEnd = () => undefined } = options;
  const jobs = new Set<JobInHand>();
  const ended: Record<ThreadEnd, number> = {
    'reading-took-too-long': 0,
    'reading-took-too-much-memory': 0,
    died: 0,
  };
  let bytesInHand = 0;
  let pool: Piscina<Job, unknown> | null = null;
  let looking: NodeJS.Timeout | null = null;
  let closed = false;

  const isFull = () => closed || jobs.size >= queue + threads || bytesInHand >= MOST_BYTES;

  function stop(job: JobInHand, problem: Error): void {
    job.problem = problem;
    job.stop.abort();
  }

  /** Ends what takes too long: the job, and the thread that does it. */
  function look(): void {
    const lateMs = performance.now() - waitMs;
    for (const job of jobs) {
      const { progress, takenMs, problem } = job;
      const tookMs = progress.tookMs();
      if (problem !== null) continue;
      if (tookMs !== null && tookMs > budgetMs) stop(job, new ReadingGivenUp('reading-took-too-long'));
      else if (progress.isWaiting() && takenMs < lateMs) stop(job, new ReadingBusy());
    }
  }

  function rest(): void {
    if (looking !== null) clearInterval(looking);
    looking = null;
  }

  async function work(job: JobInHand, { task, input }: Pick<Job, 'task' | 'input'>): Promise<unknown> {
    pool ??= createPool(options);
    try {
      return await pool.run({ task, input, progress: job.progress.memory }, { signal: job.stop.signal });
    } catch (error) {
      const problem = job.problem ?? problemOf(error);
      if (problem instanceof ReadingGivenUp) noteEnd(problem.code);
      else if (job.progress.tookMs() !== null) noteEnd('died');
      throw problem;
    }
  }

  function noteEnd(why: ThreadEnd): void {
    ended[why] += 1;
    onThreadEnd(why);
  }

  return {
    isFull,
    inHand: () => jobs.size,
    threadsEnded: () => ({ ...ended }),
    async run(task, input, bytes) {
      if (isFull()) throw new ReadingBusy();
      const job: JobInHand = {
        progress: progressIn(),
        bytes,
        takenMs: performance.now(),
        stop: new AbortController(),
        problem: null,
        done: Promise.resolve(),
      };
      jobs.add(job);
      bytesInHand += bytes;
      looking ??= setInterval(look, LOOK_EVERY_MS);
      try {
        job.done = work(job, { task, input });
        return (await job.done) as never;
      } finally {
        jobs.delete(job);
        bytesInHand -= bytes;
        if (jobs.size === 0) rest();
      }
    },
    warm() {
      pool ??= createPool(options);
    },
    async close() {
      closed = true;
      for (const job of jobs) if (job.progress.isWaiting()) stop(job, new ReadingBusy());
      await Promise.allSettled([...jobs].map(({ done }) => done));
      await pool?.destroy();
    },
  };
}

function createPool({ threads, memoryMb, thread = THREAD }: ReadingOptions): Piscina<Job, unknown> {
  const pool = new Piscina<Job, unknown>({
    filename: fileURLToPath(thread),
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    stricterFIFO: true,
    // A thread that waits on Atomics would not go on with what its libraries do later.
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    // Nothing that reads what strangers send needs to know any secret, or the flags of this process.
    env: {},
    execArgv: [],
  });
  // One that dies with nothing to do is replaced when there is something; whose job it has hears of it otherwise.
  pool.on('error', () => undefined);
  return pool;
}

const problemOf = (error: unknown): unknown =>
  (error as NodeJS.ErrnoException | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ReadingGivenUp('reading-took-too-much-memory')
    : error;
