import { ReadingBusy } from '../../activities/reading-failures.ts';
import type { Job } from './shared.ts';
import { Thread, type Waiting } from './thread.ts';

export interface ThreadPoolOptions {
  /** At most. */
  threads: number;
  /** Of one job. */
  budgetMs: number;
  /** Of one thread's heap. */
  memoryMb: number;
  /** So many jobs wait at most. */
  queue: number;
  /** So long a job waits at most until it begins; half a minute when absent. */
  waitMs?: number;
  /** Hears why a thread ended that was not told to. */
  onEnd?: (error: Error) => void;
}

/** Does jobs in threads, each within a budget of time and memory. */
export interface ThreadPool {
  /**
   * @param bytes about the size of the input; small ones go to a thread together
   * @throws ReadingGivenUp beyond the budget, ReadingBusy when too much waits; what the task throws
   */
  run(job: Job, bytes: number): Promise<unknown>;
  /** Nothing more is taken now. */
  isFull(): boolean;
  /** Starts a thread before there is a job for it. */
  warm(): void;
  /** What is under way is finished; what waits is not begun. */
  close(): Promise<void>;
}

/** A thread is handed so much at once: a message to a thread costs as much as a tenth of reading a small mail. */
const TOGETHER = 16;
const TOGETHER_BYTES = 128 * 1024;
/** Of all that waits. */
const MOST_WAITING_BYTES = 200_000_000;
const LOOK_EVERY_MS = 50;
const WAIT_MS = 30_000;
/** A thread that cannot even be loaded is not started again at once. */
const PAUSE_MS = 1_000;

export function createThreadPool(options: ThreadPoolOptions): ThreadPool {
  const { budgetMs, memoryMb, waitMs = WAIT_MS } = options;
  const threads = new Set<Thread>();
  const queue: Waiting[] = [];
  let closing: (() => void) | null = null;
  let looking: NodeJS.Timeout | null = null;

  const isIdle = () => queue.length === 0 && [...threads].every((thread) => thread.isFree || !thread.isLoaded);

  function start(): void {
    const thread: Thread = new Thread(memoryMb, {
      free: work,
      ended(unanswered, error) {
        threads.delete(thread);
        const wasLoaded = thread.isLoaded;
        queue.unshift(...unanswered);
        if (error !== null && closing === null) options.onEnd?.(error);
        if (wasLoaded) work();
        else setTimeout(work, PAUSE_MS).unref();
      },
    });
    threads.add(thread);
  }

  function work(): void {
    if (closing !== null) return isIdle() ? closing() : undefined;
    for (const thread of threads) {
      if (queue.length > 0 && thread.isFree) thread.give(takeTogether(queue, threads.size));
    }
    if (queue.length > 0 && threads.size < options.threads) start();
    if (isIdle()) rest();
    else looking ??= setInterval(look, LOOK_EVERY_MS);
  }

  function rest(): void {
    if (looking !== null) clearInterval(looking);
    looking = null;
  }

  function look(): void {
    for (const thread of threads) thread.endIfOver(budgetMs);
    const late = performance.now() - waitMs;
    while (queue[0] !== undefined && queue[0].sinceMs < late) queue.shift()?.reject(new ReadingBusy());
    if (isIdle()) rest();
  }

  const waitingBytes = () => queue.reduce((sum, { bytes }) => sum + bytes, 0);
  const isFull = () =>
    closing !== null || queue.length >= options.queue || waitingBytes() >= MOST_WAITING_BYTES;

  return {
    isFull,
    run(job, bytes) {
      return new Promise((resolve, reject) => {
        if (isFull()) return reject(new ReadingBusy());
        queue.push({ ...job, bytes, sinceMs: performance.now(), alone: false, resolve, reject });
        work();
      });
    },
    warm() {
      if (threads.size === 0) start();
    },
    async close() {
      for (const { reject } of queue.splice(0)) reject(new ReadingBusy());
      await new Promise<void>((resolve) => {
        closing = resolve;
        work();
      });
      rest();
      await Promise.all([...threads].map((thread) => thread.end()));
    },
  };
}

/** What one thread gets of all that waits: its share, the larger ones alone. */
function takeTogether(queue: Waiting[], threads: number): Waiting[] {
  const share = Math.min(TOGETHER, Math.ceil(queue.length / threads));
  let bytes = 0;
  let count = 0;
  for (const job of queue.slice(0, share)) {
    bytes += job.bytes;
    if (count > 0 && (job.alone || bytes > TOGETHER_BYTES)) break;
    count += 1;
    if (job.alone) break;
  }
  return queue.splice(0, count);
}
