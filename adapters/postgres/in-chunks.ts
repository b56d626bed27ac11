/** One event may have a hundred kilobytes; a statement with all of them would be too long. */
const AT_ONCE = 250;

/** Does a piece of work for so many items at a time, one time after the other; nothing when there are none. @returns what it gives, together */
export async function inChunks<T, R = never>(
  items: readonly T[],
  work: (chunk: readonly T[]) => Promise<readonly R[] | void>,
): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    results.push(...((await work(items.slice(from, from + AT_ONCE))) ?? []));
  }
  return results;
}
