import { expect, it, vi } from 'vitest';
import { createProgress } from '../../workers/embedded/progress.ts';

async function shown(
  isTTY: boolean,
  work: (progress: ReturnType<typeof createProgress>) => Promise<unknown>,
) {
  vi.useFakeTimers();
  try {
    let output = '';
    const done = work(createProgress({ isTTY, write: (text) => (output += text) })).catch(() => {});
    await vi.advanceTimersByTimeAsync(60_000);
    await done;
    return output;
  } finally {
    vi.useRealTimers();
  }
}

const lasting = (ms: number) => () => new Promise((resolve) => setTimeout(resolve, ms));

it('says nothing about what is quick', async () => {
  expect(await shown(false, (progress) => progress.step('x', lasting(900)))).toBe('');
  expect(await shown(true, (progress) => progress.step('x', lasting(900)))).toBe('');
});

it('writes a line when a slow step begins, goes on and ends', async () => {
  const output = await shown(false, (progress) => progress.step('building', lasting(20_000)));
  expect(output).toBe('… building\n… building, 15.0 s so far\n… building: done in 20.0 s\n');
});

it('shows seconds on a terminal, for all steps under way', async () => {
  const output = await shown(true, (progress) =>
    Promise.all([progress.step('one', lasting(3000)), progress.step('two', lasting(5000))]),
  );
  expect(output).toContain('one 2 s · two 2 s');
  expect(output).toContain('✓ one (3.0 s)\n');
  expect(output.trimEnd().endsWith('✓ two (5.0 s)')).toBe(true);
});

it('says that a slow step failed, and leaves the reason to the error', async () => {
  const fail = () => lasting(2000)().then(() => Promise.reject(new Error('no')));
  expect(await shown(false, (progress) => progress.step('x', fail))).toBe('… x\n… x: failed\n');
});
