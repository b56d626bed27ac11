const REPEATS = 3;
/** Below it, differences say nothing. */
const SHORTEST_US = 2_000;

/**
 * How many times the processor time of `work` grows when its input grows eightfold: about 8 for what is linear, 64 for
 * what is quadratic. A ratio, so that neither the machine nor what else runs on it matters.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  const cost = (of: number): number =>
    Math.min(
      ...Array.from({ length: REPEATS }, () => {
        const before = process.cpuUsage();
        work(of);
        const { user, system } = process.cpuUsage(before);
        return user + system;
      }),
    );
  return cost(8 * size) / Math.max(cost(size), SHORTEST_US);
}
