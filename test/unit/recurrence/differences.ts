import { expect, it } from 'vitest';
import { isThorough } from '../../support/rounds.ts';
import { ask, comparisonOf, describeDifference, withoutBeside } from './comparisons.ts';
import { EXPLAINED, NOT_ASKED } from './explained-differences.ts';
import { PEERS, type Peer } from './peers.ts';
import { seeded } from './random-rules.ts';

/** Two files of two libraries each run beside each other; together they are 100,000 rules, in a thorough run. */
const SEED = 5545;

/** Compares that many random rules with a library. Fails for a difference without, and for a reason without difference. */
export function itAgreesWith(name: Peer['name'], rules: number): void {
  const peer = PEERS.find((each) => each.name === name) as Peer;
  const explained = EXPLAINED.filter(({ peers }) => peers.includes(name));
  const notAsked = NOT_ASKED.filter((each) => each.peer === name);

  it(
    `${rules} random rules give the same as with ${name}, or what is different is explained`,
    { timeout: 300_000 },
    () => {
      const random = seeded(SEED);
      const used = new Map<string, number>();
      const unexplained: string[] = [];
      for (let compared = 0; compared < rules;) {
        const comparison = comparisonOf(peer, random);
        if (comparison === null) continue;
        compared++;
        const reason = notAsked.find(({ covers }) => covers(comparison))?.reason ?? differenceOf(comparison);
        if (reason !== null) used.set(reason, (used.get(reason) ?? 0) + 1);
      }
      process.stderr.write(
        `${name}: ${[...used].map(([reason, times]) => `\n  ${times} × ${reason}`).join('')}\n`,
      );
      expect(unexplained.slice(0, 10)).toEqual([]);
      const unused = [...explained, ...notAsked].filter(({ reason }) => !used.has(reason));
      // Some are so rare that only all the rules need them.
      if (isThorough()) expect(unused.map(({ reason }) => reason)).toEqual([]);

      function differenceOf(comparison: NonNullable<ReturnType<typeof comparisonOf>>): string | null {
        const answer = ask(peer, comparison);
        const { compared, theirs } = withoutBeside(comparison, answer.theirs);
        const agrees = same(theirs, compared.ours) || same(answer.theirs, comparison.ours);
        if (agrees && answer.thrown === '') return null;
        const found = explained.find(({ explains }) => explains(compared, theirs, answer.thrown));
        if (!found) unexplained.push(describeDifference(comparison, answer));
        return found?.reason ?? null;
      }
    },
  );
}

const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((at, index) => at === other[index]);
