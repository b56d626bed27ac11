import { expect, it } from 'vitest';
import { nextRun } from '../../../queries/next-run.ts';

/** Work that ends when it is told to. */
function controlled() {
  const runs: { end: (value: string) => void; fail: (error: Error) => void }[] = [];
  const ask = nextRun(
    () => new Promise<string>((resolve, reject) => runs.push({ end: resolve, fail: reject })),
  );
  return { runs, ask };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

it('whoever asks while work is under way gets the next run, and all of them the same', async () => {
  const { runs, ask } = controlled();
  const first = ask();
  const others = [ask(), ask(), ask()];
  await soon();
  expect(runs).toHaveLength(1);
  runs[0]!.end('before');
  expect(await first).toBe('before');
  await soon();
  expect(runs).toHaveLength(2);
  const late = ask();
  runs[1]!.end('now');
  expect(await Promise.all(others)).toEqual(['now', 'now', 'now']);
  await soon();
  expect(runs).toHaveLength(3);
  runs[2]!.end('later');
  expect(await late).toBe('later');
});

it('a run that fails is that of who asked for it alone', async () => {
  const { runs, ask } = controlled();
  const first = ask();
  const second = ask();
  runs[0]!.fail(new Error('gone'));
  await expect(first).rejects.toThrow('gone');
  await soon();
  runs[1]!.end('back');
  expect(await second).toBe('back');
});

it('nothing is kept of a run that is over', async () => {
  const { runs, ask } = controlled();
  const first = ask();
  runs[0]!.end('one');
  await first;
  await soon();
  const second = ask();
  expect(runs).toHaveLength(2);
  runs[1]!.end('two');
  expect(await second).toBe('two');
});
