/** The value below which the given part (0 to 1) of the samples lies. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

export const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * Runs `count` tasks, at most `atOnce` at the same time. After a failure no task is begun, and those that run are
 * waited for, so that nothing still needs the servers when the caller stops them.
 */
export async function inParallel(
  count: number,
  atOnce: number,
  task: (index: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const line = async (): Promise<void> => {
    try {
      while (next < count) await task(next++);
    } catch (error) {
      next = count;
      throw error;
    }
  };
  const lines = await Promise.allSettled(Array.from({ length: Math.min(atOnce, count) }, line));
  const failure = lines.find((one) => one.status === 'rejected');
  if (failure) throw failure.reason;
}
