import fc from 'fast-check';
import { expect, it } from 'vitest';
import { retryDelayMs } from '../../../activities/delivery/retry-delay.ts';

const PACE = { firstRetryMs: 5_000, longestRetryMs: 900_000 };

it.each([
  [1, 5_000, 10_000],
  [2, 5_000, 20_000],
  [5, 5_000, 160_000],
  [8, 5_000, 900_000],
  [5_000, 5_000, 900_000],
])('after attempt %i it is between %i and %i ms', (attempt, least, most) => {
  expect(retryDelayMs(attempt, PACE, 0)).toBe(least);
  expect(retryDelayMs(attempt, PACE, 0.5)).toBe((least + most) / 2);
  expect(Math.abs(retryDelayMs(attempt, PACE, 1 - Number.EPSILON) - most)).toBeLessThanOrEqual(1);
});

it('it is never longer than the longest, and never shorter than the first', () => {
  const ms = fc.integer({ min: 0, max: 10_000_000 });
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), ms, ms, random, (attempt, first, longest, chance) => {
      const delay = retryDelayMs(attempt, { firstRetryMs: first, longestRetryMs: longest }, chance);
      expect(delay).toBeGreaterThanOrEqual(Math.min(first, longest));
      expect(delay).toBeLessThanOrEqual(longest);
    }),
  );
});
