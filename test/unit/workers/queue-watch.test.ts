import { expect, it } from 'vitest';
import type { Queue } from '../../../workflows/queues.ts';
import { queueWatch } from '../../../workers/queues/watch.ts';

it('tells of a queue that nobody runs for two looks in a row, as long as it is so', async () => {
  const run = new Set<Queue>(['feeds']);
  const told: unknown[] = [];
  const watch = queueWatch(
    (['mail', 'feeds'] as const).map((queue) => ({ queue, isRun: () => Promise.resolve(run.has(queue)) })),
    { error: ({ queue }: { queue: Queue }) => void told.push(queue) },
  );
  const look = async () => {
    await watch.run(new AbortController().signal);
    return told.splice(0);
  };
  expect(await look()).toEqual([]);
  expect(await look()).toEqual(['mail']);
  expect(await look()).toEqual(['mail']);
  run.add('mail').delete('feeds');
  expect(await look()).toEqual([]);
  run.add('feeds');
  expect(await look()).toEqual([]);
});
