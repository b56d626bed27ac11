import { ReadingBusy, ReadingGivenUp, type ReadingProblem } from '../../activities/reading-failures.ts';
import type { ReadingSettings } from '../../config/index.ts';
import { progressIn, type Progress } from './progress.ts';
import type { TaskInput, TaskName, TaskResult } from './tasks.ts';
import { stopwatch } from './stopwatch.ts';
import { createThreads, type Threads } from './threads.ts';
import { takeTogether, type WaitingJob } from './waiting.ts';

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
   * @param bytes about the size of the input; small ones go to a thread together
   * @throws ReadingGivenUp beyond the budget, ReadingBusy when too much waits; what the task throws
   */
  run<N extends TaskName>(task: N, input: TaskInput<N>, bytes: number): Promise<TaskResult<N>>;
  /** Nothing more is taken now. */
  isFull(): boolean;
  /** Jobs that wait for a thread. */
  waiting(): number;
  /** How many threads have ended that were not told to, and why. */
  threadsEnded(): Record<ThreadEnd, number>;
  /** Starts threads before there is anything to read. */
  warm(): void;
  /** What is under way is finished, within its budget; what waits is not begun. */
  close(): Promise<void>;
}

/** Of all that waits. */
const MOST_WAITING_BYTES = 200_000_000;
const WAIT_MS = 30_000;
/** Or as often as a shorter budget asks for. */
const LOOK_EVERY_MS = 50;

interface BatchUnderWay {
  progress: Progress;
  stop: AbortController;
  took: ReturnType<typeof stopwatch>;
  /** Since when no job of it was seen under way; null: one is. */
  restingSinceMs: number | null;
  done: Promise<void>;
}

export function createReading(options: ReadingOptions): Reading {
  const { budgetMs, waitMs = WAIT_MS, threads, onThreadEnd = () => undefined } = options;
  const queue: WaitingJob[] = [];
  const underWay = new Set<BatchUnderWay>();
  const ended = { 'reading-took-too-long': 0, 'reading-took-too-much-memory': 0, died: 0 };
  let waitingBytes = 0;
  let pool: Threads | null = null;
  let looking: NodeJS.Timeout | null = null;
  let closed = false;

  const isFull = () => closed || queue.length >= options.queue || waitingBytes >= MOST_WAITING_BYTES;

  function work(): void {
    while (queue.length > 0 && underWay.size < threads) {
      const jobs = takeTogether(queue, threads);
      waitingBytes -= bytesOf(jobs);
      const batch: BatchUnderWay = {
        progress: progressIn(),
        stop: new AbortController(),
        took: stopwatch(),
        restingSinceMs: null,
        done: Promise.resolve(),
      };
      underWay.add(batch);
      batch.done = read(batch, jobs).finally(() => {
        underWay.delete(batch);
        work();
      });
    }
    if (underWay.size > 0) looking ??= setInterval(look, Math.min(LOOK_EVERY_MS, budgetMs));
    else if (looking !== null) looking = stopLooking(looking);
  }

  /** Ends the threads in which a job takes too long, and does not let others wait for ever. */
  function look(): void {
    const lateMs = performance.now() - waitMs;
    for (const batch of underWay) {
      const current = batch.progress.current();
      if (batch.took(current) > budgetMs) batch.stop.abort(TOO_LONG);
      // Between two jobs a thread rests for a moment: one that does not begin is not there, and holds up whatever waits.
      batch.restingSinceMs = current === null ? (batch.restingSinceMs ?? performance.now()) : null;
      if (batch.restingSinceMs !== null && batch.restingSinceMs < lateMs) batch.stop.abort(new ReadingBusy());
    }
    const late = queue.findIndex(({ takenMs }) => takenMs >= lateMs);
    giveBack(late === -1 ? queue.length : late);
  }

  function giveBack(count: number): void {
    const jobs = queue.splice(0, count);
    waitingBytes -= bytesOf(jobs);
    for (const job of jobs) job.reject(new ReadingBusy());
  }

  async function read({ progress, stop }: BatchUnderWay, jobs: WaitingJob[]): Promise<void> {
    pool ??= createThreads(options);
    try {
      const given = jobs.map(({ task, input }) => ({ task, input }));
      const outcomes = await pool.run({ jobs: given, progress: progress.memory }, stop.signal);
      for (const [index, outcome] of outcomes.entries()) {
        if ('value' in outcome) jobs[index]?.resolve(outcome.value);
        else jobs[index]?.reject(outcome.error);
      }
    } catch (error) {
      const why = error instanceof ReadingGivenUp ? error.code : 'died';
      ended[why] += 1;
      onThreadEnd(why);
      if (error instanceof ReadingBusy) return jobs.forEach((job) => job.reject(error));
      // One after the other they were read: the one that was under way is to blame, and the others are read elsewhere.
      const blamed = jobs[progress.current()?.index ?? 0];
      blamed?.reject(error);
      const others = jobs.filter((job) => job !== blamed);
      waitingBytes += bytesOf(others);
      queue.unshift(...others);
    }
  }

  return {
    isFull,
    waiting: () => queue.length,
    threadsEnded: () => ({ ...ended }),
    run: (task, input, bytes) =>
      new Promise((resolve, reject) => {
        if (isFull()) return reject(new ReadingBusy());
        const settle = resolve as (value: unknown) => void;
        queue.push({ task, input, bytes, takenMs: performance.now(), resolve: settle, reject });
        waitingBytes += bytes;
        work();
      }),
    warm() {
      pool ??= createThreads(options);
    },
    async close() {
      closed = true;
      while (underWay.size > 0) {
        giveBack(queue.length);
        await Promise.all([...underWay].map(({ done }) => done));
      }
      await pool?.close();
    },
  };
}

const TOO_LONG = new ReadingGivenUp('reading-took-too-long');

const bytesOf = (jobs: readonly WaitingJob[]): number => jobs.reduce((sum, { bytes }) => sum + bytes, 0);

function stopLooking(timer: NodeJS.Timeout): null {
  clearInterval(timer);
  return null;
}
