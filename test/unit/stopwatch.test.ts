import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { stopwatch } from '../../adapters/reading/stopwatch.ts';

function work(ms: number): void {
  const before = process.cpuUsage();
  for (;;) {
    const { user, system } = process.cpuUsage(before);
    if (user + system >= ms * 1_000) return;
  }
}

it('a job takes what the process worked, and no longer than by the clock', () => {
  const took = stopwatch();
  took({ index: 0, tookMs: 0 });
  work(100);
  expect(took({ index: 0, tookMs: 10_000 })).toBe(2_000);
  expect(took({ index: 0, tookMs: 300 })).toBeGreaterThanOrEqual(100);
  expect(took({ index: 0, tookMs: 20 })).toBe(20);
});

it('what waits for nothing ends by the clock all the same, later', async () => {
  const took = stopwatch();
  took({ index: 0, tookMs: 0 });
  await wait(5);
  expect(took({ index: 0, tookMs: 1_000_000 })).toBe(200_000);
});

it('each job begins anew', () => {
  const took = stopwatch();
  took({ index: 0, tookMs: 0 });
  work(200);
  expect(took({ index: 1, tookMs: 400 })).toBeLessThan(200);
  expect(took(null)).toBe(0);
});
