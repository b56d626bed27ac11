import { createHash } from 'node:crypto';

/** Chance that is the same again for the same seed. */
export interface SeededRandom {
  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number;
  /** True in so many of all cases, from 0 to 1. */
  chance(part: number): boolean;
  one<T>(choices: readonly T[]): T;
}

export function seededRandom(seed: string): SeededRandom {
  let calls = 0;
  const next = (): number => {
    calls += 1;
    return createHash('sha256').update(`${seed}/${calls}`).digest().readUInt32BE() / 2 ** 32;
  };
  const below = (end: number): number => Math.floor(next() * end);
  return { below, chance: (part) => next() < part, one: (choices) => choices[below(choices.length)]! };
}
