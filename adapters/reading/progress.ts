/**
 * How far a thread is with the jobs that it was given, in memory that it shares with whoever waits: a thread in a loop
 * answers nothing.
 */
export interface Progress {
  memory: SharedArrayBuffer;
  begin(index: number): void;
  end(): void;
  /** Which job is under way, and for how long; null: none is. */
  current(): { index: number; tookMs: number } | null;
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
    end: () => void Atomics.store(state, SINCE, 0n),
    current() {
      const sinceNs = Atomics.load(state, SINCE);
      if (sinceNs === 0n) return null;
      const tookMs = Number(process.hrtime.bigint() - sinceNs) / 1e6;
      return { index: Number(Atomics.load(state, INDEX)), tookMs };
    },
  };
}
