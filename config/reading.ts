import { availableParallelism } from 'node:os';
import { z } from 'zod';

/** The variables about reading what strangers send: mail, and calendars behind addresses. */
export const readingVariables = {
  READING_SECONDS: z.coerce.number().min(0.01).max(600).default(2),
  READING_MEMORY_MB: z.coerce.number().int().min(64).max(65_536).default(256),
  READING_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  READING_QUEUE: z.coerce.number().int().min(1).max(100_000).default(1_000),
};

type Variables = z.output<z.ZodObject<typeof readingVariables>>;

/** One that is given hostile content must not be the only one. */
const FEWEST_THREADS = 2;
const MOST_THREADS = 4;

export const arrangeReading = (env: Variables) => ({
  /** Of one message or feed, in a thread. */
  budgetMs: env.READING_SECONDS * 1000,
  /** Of a thread's heap. */
  memoryMb: env.READING_MEMORY_MB,
  threads:
    env.READING_THREADS ?? Math.min(MOST_THREADS, Math.max(FEWEST_THREADS, availableParallelism() - 1)),
  /** So much waits at most. */
  queue: env.READING_QUEUE,
});

export type ReadingSettings = ReturnType<typeof arrangeReading>;
