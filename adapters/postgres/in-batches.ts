const MOST_AT_ONCE = 100;

interface Waiting<T, R> {
  item: T;
  done: (result: R) => void;
  failed: (error: unknown) => void;
}

/**
 * Does a piece of work for many items at once: what comes while a batch is under way makes up the next one. So one item
 * alone waits for nothing, and many together cost one statement. An item that cannot be worked on fails alone.
 *
 * @param work gives the results in the order of the items
 * @returns for one item; resolves or rejects with its own result
 */
export function inBatches<T, R = void>(work: (items: T[]) => Promise<R[]>): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let busy = false;
  const settle = async (batch: Waiting<T, R>[]): Promise<void> => {
    try {
      const results = await work(batch.map(({ item }) => item));
      batch.forEach(({ done }, index) => done(results[index] as R));
    } catch (error) {
      if (batch.length === 1) return batch[0]?.failed(error);
      // Side by side: should the database be away, nobody waits until each before has noticed it.
      await Promise.all(batch.map((one) => settle([one])));
    }
  };
  const run = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) await settle(waiting.splice(0, MOST_AT_ONCE));
    busy = false;
  };
  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed });
      if (!busy) void run();
    });
}
