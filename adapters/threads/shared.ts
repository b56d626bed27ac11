/** What a thread is asked to do: the name of a task, and its input as plain data. */
export interface Job {
  task: string;
  input: unknown;
}

/** What came of a job. */
export type Outcome = { value: unknown } | { error: unknown };

/** The first message of a thread: its modules are loaded. */
export const READY = 'ready';

/**
 * Memory that a thread and its pool share, so that the pool sees what a thread does that answers nothing: which job of
 * those it was given last is under way, and since when.
 */
export interface Progress {
  memory: SharedArrayBuffer;
  begin(index: number): void;
  /** Null: none is under way. */
  current(): { index: number; sinceNs: bigint } | null;
  end(): void;
}

const [SINCE, INDEX] = [0, 1];

export function progressIn(memory = new SharedArrayBuffer(16)): Progress {
  const state = new BigInt64Array(memory);
  return {
    memory,
    begin(index) {
      Atomics.store(state, INDEX, BigInt(index));
      // The clock of the system, which is the same in all threads.
      Atomics.store(state, SINCE, process.hrtime.bigint());
    },
    current() {
      const sinceNs = Atomics.load(state, SINCE);
      return sinceNs === 0n ? null : { index: Number(Atomics.load(state, INDEX)), sinceNs };
    },
    end: () => void Atomics.store(state, SINCE, 0n),
  };
}
