import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clip,
  difference,
  intersection,
  intervalSet,
  lengthOf,
  union,
  type IntervalSet,
} from '../../../domain/time/interval-set.ts';
import { rounds } from '../../support/rounds.ts';

const LAST = 40;
const ranges = fc.array(
  fc.record({ startMs: fc.integer({ min: 0, max: LAST }), endMs: fc.integer({ min: 0, max: LAST }) }),
  { maxLength: 12 },
);
const sets = ranges.map(intervalSet);
const contains = (set: readonly { startMs: number; endMs: number }[], at: number): boolean =>
  set.some(({ startMs, endMs }) => startMs <= at && at < endMs);
const moments = Array.from({ length: LAST + 1 }, (_, at) => at);

/** In order, not empty, and apart. */
const isSound = (set: IntervalSet): boolean =>
  set.every(
    ({ startMs, endMs }, index) => startMs < endMs && (index === 0 || set[index - 1]!.endMs < startMs),
  );

const checked = (set: IntervalSet, isIn: (at: number) => boolean): void => {
  expect(isSound(set)).toBe(true);
  expect(moments.filter((at) => contains(set, at))).toEqual(moments.filter(isIn));
};

describe('a set of intervals', () => {
  it('is what lies in one of its ranges', () => {
    fc.assert(fc.property(ranges, (all) => checked(intervalSet(all), (at) => contains(all, at))));
  });

  it.each([
    ['minutes close together', 60_000, 4_000],
    ['minutes far apart', 60_000, 4_000_000],
    ['seconds', 1_000, 4_000],
  ])('is the same of very many: %s', (_what, unit, most) => {
    const at = fc.integer({ min: -most, max: most });
    const many = fc.array(fc.tuple(at, fc.integer({ min: 0, max: most / 1_000 })), {
      minLength: 1_500,
      maxLength: 3_000,
    });
    fc.assert(
      fc.property(many, (drawn) => {
        const all = drawn.map(([from, size]) => ({ startMs: from * unit, endMs: (from + size) * unit }));
        const expected: { startMs: number; endMs: number }[] = [];
        for (const range of [...all].sort((one, other) => one.startMs - other.startMs)) {
          const last = expected.at(-1);
          if (range.startMs === range.endMs) continue;
          if (last && range.startMs <= last.endMs) last.endMs = Math.max(last.endMs, range.endMs);
          else expected.push({ ...range });
        }
        expect(intervalSet(all)).toEqual(expected);
      }),
      { numRuns: rounds(50) },
    );
  });

  it('leaves the ranges that it was made of as they were', () => {
    const all = [
      { startMs: 0, endMs: 2 },
      { startMs: 1, endMs: 3 },
    ];
    expect(intervalSet(all)).toEqual([{ startMs: 0, endMs: 3 }]);
    expect(all[0]).toEqual({ startMs: 0, endMs: 2 });
  });

  it.each([
    ['union', union, (a: boolean, b: boolean) => a || b],
    ['intersection', intersection, (a: boolean, b: boolean) => a && b],
    ['difference', difference, (a: boolean, b: boolean) => a && !b],
  ] as const)('has a %s', (_name, combine, isIn) => {
    fc.assert(
      fc.property(sets, sets, (one, other) =>
        checked(combine(one, other), (at) => isIn(contains(one, at), contains(other, at))),
      ),
    );
  });

  it('is cut to a range', () => {
    fc.assert(
      fc.property(sets, fc.nat(LAST), fc.nat(LAST), (set, startMs, endMs) =>
        checked(clip(set, { startMs, endMs }), (at) => contains(set, at) && startMs <= at && at < endMs),
      ),
    );
  });

  it('is as long as all its moments', () => {
    fc.assert(
      fc.property(sets, (set) => {
        expect(lengthOf(set)).toBe(moments.filter((at) => contains(set, at)).length);
      }),
    );
  });
});
