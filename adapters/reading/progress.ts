/** How far a job is, in memory that its thread shares with whoever waits: a thread in a loop answers nothing. */
export interface Progress {
  memory: SharedArrayBuffer;
  begin(): void;
  end(): void;
  isWaiting(): boolean;
  /** Since it was begun; null before that, and once it has ended. */
  tookMs(): number | null;
}

const NOT_BEGUN = 0n;
const ENDED = -1n;

export function progressIn(memory = new SharedArrayBuffer(8)): Progress {
  const since = new BigInt64Array(memory);
  return {
    memory,
    // The clock of the system, which is the same in all threads.
    begin: () => void Atomics.store(since, 0, process.hrtime.bigint()),
    end: () => void Atomics.store(since, 0, ENDED),
    isWaiting: () => Atomics.load(since, 0) === NOT_BEGUN,
    tookMs() {
      const sinceNs = Atomics.load(since, 0);
      if (sinceNs === NOT_BEGUN || sinceNs === ENDED) return null;
      return Number(process.hrtime.bigint() - sinceNs) / 1e6;
    },
  };
}
