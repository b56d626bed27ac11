const REMEMBERED_MS = 60_000;

/**
 * Loads something at most once a minute.
 *
 * @returns what was loaded; what failed is asked again the next time
 */
export function remembered<T>(load: () => Promise<T>, nowMs: () => number): () => Promise<T> {
  let known: { value: Promise<T>; atMs: number } | null = null;
  return () => {
    if (known && nowMs() - known.atMs < REMEMBERED_MS) return known.value;
    const asked = { value: load(), atMs: nowMs() };
    known = asked;
    asked.value.catch(() => {
      if (known === asked) known = null;
    });
    return asked.value;
  };
}
