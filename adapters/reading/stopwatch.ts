/** A machine that does nothing for this process lets a job have so many times its budget by the clock. */
const PATIENCE = 5;

/**
 * Measures how long a thread's job takes, again and again: by the clock, but no longer than this process worked
 * meanwhile. On a machine that is busy with something else an honest message takes long by the clock, and is not to
 * blame for it; what waits for nothing at all ends by the clock too, later.
 *
 * @returns milliseconds of the job that is under way; 0 without one
 */
export function stopwatch(): (current: { index: number; tookMs: number } | null) => number {
  let index: number | null = null;
  let since = process.cpuUsage();
  return (current) => {
    if (current?.index !== index) {
      index = current?.index ?? null;
      since = process.cpuUsage();
    }
    if (current === null) return 0;
    const { user, system } = process.cpuUsage(since);
    const workedMs = (user + system) / 1_000;
    return Math.max(Math.min(current.tookMs, workedMs), current.tookMs / PATIENCE);
  };
}
