import { Worker } from 'node:worker_threads';
import { ReadingGivenUp } from '../../activities/reading-failures.ts';
import { progressIn, READY, type Job, type Outcome } from './shared.ts';

/** A job, and whoever waits for it. */
export interface Waiting extends Job {
  /** About how large the input is. */
  bytes: number;
  sinceMs: number;
  /** A thread that it shared has died, and it may have been because of it. */
  alone: boolean;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

export interface ThreadEvents {
  /** Loaded, or done with what it was given. */
  free(): void;
  /** It does nothing any more; what it was given and did not answer, and is not to blame for its end, is handed back. */
  ended(unanswered: Waiting[], error: Error | null): void;
}

/** One thread. It does what it is given in turns, and is ended when one job takes longer than it may. */
export class Thread {
  readonly #worker: Worker;
  readonly #progress = progressIn();
  readonly #events: ThreadEvents;
  #given: readonly Waiting[] = [];
  #loaded = false;
  #error: Error | null = null;

  constructor(memoryMb: number, events: ThreadEvents) {
    this.#events = events;
    this.#worker = new Worker(new URL('./thread.js', import.meta.url), {
      workerData: this.#progress.memory,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
      // Nothing that reads what strangers send needs to know any secret, or the flags of this process.
      env: {},
      execArgv: [],
    });
    this.#worker.on('message', (said: typeof READY | Outcome[]) => this.#hear(said));
    this.#worker.on('error', (error) => (this.#error = error));
    this.#worker.on('exit', () => this.#end());
  }

  get isLoaded(): boolean {
    return this.#loaded;
  }

  get isFree(): boolean {
    return this.#loaded && this.#given.length === 0;
  }

  give(jobs: readonly Waiting[]): void {
    this.#given = jobs;
    this.#worker.ref();
    try {
      this.#worker.postMessage(jobs.map(({ task, input }): Job => ({ task, input })));
    } catch (error) {
      // What cannot be copied is a defect of ours.
      this.#given = [];
      for (const job of jobs) job.reject(error);
    }
  }

  /** Ends the thread when the job that is under way has been for longer than this. */
  endIfOver(budgetMs: number): void {
    const current = this.#progress.current();
    if (current === null || Number(process.hrtime.bigint() - current.sinceNs) <= budgetMs * 1e6) return;
    this.#error ??= new ReadingGivenUp('reading-took-too-long');
    void this.end();
  }

  end(): Promise<unknown> {
    return this.#worker.terminate();
  }

  #hear(said: typeof READY | Outcome[]): void {
    if (said === READY) this.#loaded = true;
    else this.#settle(said);
    // A process with nothing else to do may end.
    if (this.#given.length === 0) this.#worker.unref();
    this.#events.free();
  }

  #settle(outcomes: readonly Outcome[]): void {
    const given = this.#given;
    this.#given = [];
    given.forEach((job, index) => {
      const outcome = outcomes[index];
      if (outcome && 'value' in outcome) job.resolve(outcome.value);
      else job.reject(outcome?.error);
    });
  }

  #end(): void {
    const given = this.#given;
    this.#given = [];
    const error = this.#error === null ? null : problemOf(this.#error);
    const blamed = this.#blamed(given, error);
    blamed?.reject(error ?? new Error('a thread ended while it read'));
    const others = given.filter((job) => job !== blamed);
    if (!isTimed(error)) for (const job of others) job.alone = true;
    this.#events.ended(others, error);
  }

  /** Time is one job's; memory, and whatever else ends a thread, may have been another's that it shared it with. */
  #blamed(given: readonly Waiting[], error: Error | null): Waiting | undefined {
    if (given.length <= 1) return given[0];
    const current = this.#progress.current();
    return current !== null && isTimed(error) ? given[current.index] : undefined;
  }
}

const isTimed = (error: Error | null): boolean =>
  error instanceof ReadingGivenUp && error.code === 'reading-took-too-long';

const problemOf = (error: Error): Error =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new ReadingGivenUp('reading-took-too-much-memory')
    : error;
