import { createReading, type Reading, type ReadingOptions } from '../../adapters/reading/reading.ts';

/** Threads that also do what no reading does: end in a loop, fill their memory, die. See `misbehaving.ts`. */
export const misbehavingReading = (settings: Partial<ReadingOptions> = {}): Reading =>
  createReading({ ...SETTINGS, budgetMs: 2_000, memoryMb: 96, thread: MISBEHAVING, ...settings });

const MISBEHAVING = new URL('../reading/support/thread.js', import.meta.url);

/** Threads as a process has them, with time enough for a machine that does much else. They end with the process. */
export const testReading = (): Reading => (shared ??= createReading(SETTINGS));

const SETTINGS = { budgetMs: 20_000, memoryMb: 256, threads: 2, queue: 1_000 };

let shared: Reading | null = null;
