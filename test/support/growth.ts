import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const REPEATS = 3;
/** What takes longer is measured once at first: what else the machine does is little beside it. */
const SURE_US = 60_000;
/** Below it, differences say nothing. */
const SHORTEST_US = 2_000;

/**
 * How many times the processor time of `work` grows when its input grows eightfold: about 8 for what is linear, 64 for
 * what is quadratic. A ratio, so that neither the machine nor what else runs on it matters.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  const cost = (of: number): number => least(REPEATS, () => costOf(() => work(of)));
  return cost(8 * size) / Math.max(cost(size), SHORTEST_US);
}

/** How an input is made and what is done with it; only the latter is measured. */
export interface Growing<T> {
  make: (size: number) => T;
  work: (input: T) => unknown;
  /** The largest input that is made. What has a limit of its own must be below it, or nothing is measured. */
  most: number;
  /** Growth beyond it is measured again before it is believed. */
  limit: number;
}

const SMALLEST = 2_000;
/** So long does the smaller input take at least, where inputs may be that large: fixed costs vanish beside it. */
const LONG_ENOUGH_US = 4_000;
const ATTEMPTS = 12;
/** From this one on all garbage is collected before: of many files that were tested before there may be much. */
const FIRST_CLEAN = 3;

/**
 * How many times the processor time grows when the input grows fourfold: about 4 for what is linear, 16 for what is
 * quadratic. The smaller input is found by tripling, so that slow readers are not given much and quick ones enough.
 */
export async function growthOfFourfold<T>({ make, work, most, limit }: Growing<T>): Promise<number> {
  let size = Math.min(SMALLEST, most / 4);
  await work(make(size));
  while (size * 12 <= most && (await costOfAll(() => work(make(size)))) < LONG_ENOUGH_US) size *= 3;
  let growing = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && growing > limit; attempt++) {
    // Where an input just no longer fits into a cache of the processor, a smaller one does, and a larger one is past it.
    const step = attempt / (2 * ATTEMPTS);
    const tried = Math.ceil(
      size * (attempt % 2 === 0 ? 1 - step : Math.min(1 + 2 * step, most / (4 * size))),
    );
    const [small, large] = [make(tried), make(4 * tried)];
    if (attempt >= FIRST_CLEAN) collectGarbage();
    const before = await leastCost(REPEATS, () => work(small), attempt === 0);
    if (attempt >= FIRST_CLEAN) collectGarbage();
    // What was too much once is measured as often as what it is compared with.
    const after = await leastCost(attempt === 0 ? 1 : REPEATS, () => work(large));
    growing = Math.min(growing, after / Math.max(before, SHORTEST_US));
    // The garbage of the one is not collected in the time of the next.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return growing;
}

const least = (times: number, measure: () => number): number =>
  Math.min(...Array.from({ length: times }, measure));

/** Processor time in microseconds. */
function costOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return since(before);
}

async function leastCost(times: number, work: () => unknown, quick = false): Promise<number> {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const cost = await costOfAll(work);
    least = Math.min(least, cost);
    if (quick && least > SURE_US) break;
  }
  return least;
}

async function costOfAll(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  return since(before);
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
