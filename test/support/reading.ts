import { createReading, type Reading } from '../../adapters/reading/reading.ts';

/** Threads as a process has them, with time enough for a machine that does much else. They end with the process. */
export const testReading = (): Reading => (shared ??= createReading(SETTINGS));

const SETTINGS = { budgetMs: 20_000, memoryMb: 256, threads: 2, queue: 1_000 };

let shared: Reading | null = null;
