import { setImmediate } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { ReadingBusy, ReadingGivenUp } from '../../activities/reading-failures.ts';
import type { Reading } from '../../adapters/reading/reading.ts';
import { misbehavingReading } from '../support/reading.ts';
import { DIES, GROWS, LOOPS } from './support/misbehaving.ts';

let reading: Reading | undefined;
afterEach(() => reading?.close());

const start = (settings: Parameters<typeof misbehavingReading>[0] = {}): Reading =>
  (reading = misbehavingReading(settings));
const letter = (header: string) => Buffer.from(`From: gus@example.org\r\n${header}: 1\r\n\r\nHello.\r\n`);
const readWith = (threads: Reading, header: string) => threads.run('mail', letter(header), 100);
const harmless = (threads: Reading) => readWith(threads, 'Subject');

it.each([
  ['takes too long', LOOPS, 'reading-took-too-long'],
  ['takes too much memory', GROWS, 'reading-took-too-much-memory'],
])('what %s ends its thread and no other', async (_what, header, code) => {
  const threads = start();
  const given = readWith(threads, header).catch((error: unknown) => error);
  const others = await Promise.all([harmless(threads), harmless(threads)]);
  expect(others).toMatchObject([
    { mail: { from: 'gus@example.org' } },
    { mail: { from: 'gus@example.org' } },
  ]);
  expect(await given).toEqual(new ReadingGivenUp(code as ReadingGivenUp['code']));
  expect(threads.threadsEnded()).toMatchObject({ [code]: 1, died: 0 });
  expect(await harmless(threads)).toMatchObject({ mail: { from: 'gus@example.org' } });
});

it('what comes after it is read while it takes its time', async () => {
  const threads = start({ budgetMs: 5_000 });
  await Promise.all([harmless(threads), harmless(threads)]);
  const ends: string[] = [];
  const slow = readWith(threads, LOOPS).catch(() => ends.push('slow'));
  await Promise.all(Array.from({ length: 40 }, () => harmless(threads).then(() => ends.push('quick'))));
  await slow;
  expect(ends).toEqual([...Array.from({ length: 40 }, () => 'quick'), 'slow']);
});

it('what shared a thread with it is read by another', async () => {
  const threads = start({ threads: 1 });
  const first = harmless(threads);
  const together = [LOOPS, 'Subject', DIES, 'Subject'].map((header) =>
    readWith(threads, header).then(
      ({ mail }) => mail.from,
      (error: Error) => error.message,
    ),
  );
  await first;
  const [slow, one, dead, other] = await Promise.all(together);
  expect([slow, one, other]).toEqual(['reading-took-too-long', 'gus@example.org', 'gus@example.org']);
  expect(dead).toMatch(/exited/);
});

it('a thread that dies fails its own job, and the next one has a thread again', async () => {
  const threads = start();
  await expect(readWith(threads, DIES)).rejects.toThrow(/exited/);
  expect(threads.threadsEnded()).toMatchObject({ died: 1 });
  expect(await harmless(threads)).toMatchObject({ mail: { from: 'gus@example.org' } });
});

it('no more is taken than may wait', async () => {
  const threads = start({ threads: 1, queue: 2 });
  const slow = readWith(threads, LOOPS).catch((error: unknown) => error);
  const waiting = [harmless(threads), harmless(threads)];
  expect(threads.isFull()).toBe(true);
  await expect(harmless(threads)).rejects.toBeInstanceOf(ReadingBusy);
  expect(await slow).toBeInstanceOf(ReadingGivenUp);
  expect(await Promise.all(waiting)).toHaveLength(2);
  expect(threads.isFull()).toBe(false);
});

it('what has waited for too long is given back', async () => {
  const threads = start({ threads: 1, budgetMs: 3_000, waitMs: 100 });
  const slow = readWith(threads, LOOPS).catch(() => undefined);
  await expect(harmless(threads)).rejects.toBeInstanceOf(ReadingBusy);
  await slow;
});

it('closing finishes what is under way, and gives back what waits', async () => {
  const threads = start({ threads: 1 });
  await harmless(threads);
  await setImmediate();
  const under = harmless(threads);
  const waiting = harmless(threads).catch((error: unknown) => error);
  await threads.close();
  expect(await under).toMatchObject({ mail: { from: 'gus@example.org' } });
  expect(await waiting).toBeInstanceOf(ReadingBusy);
  await expect(harmless(threads)).rejects.toBeInstanceOf(ReadingBusy);
});

it('threads that never begin keep nobody waiting for ever', async () => {
  const threads = start({ waitMs: 300, thread: new URL('./support/never-ready.js', import.meta.url) });
  const answers = await Promise.all([1, 2, 3].map(() => harmless(threads).catch((error: unknown) => error)));
  expect(answers).toEqual([new ReadingBusy(), new ReadingBusy(), new ReadingBusy()]);
  expect(await harmless(threads).catch((error: unknown) => error)).toEqual(new ReadingBusy());
});
