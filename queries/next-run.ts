/**
 * Work that several ask for at once is done once for all of them. Whoever asks while it is under way gets the next run, which
 * begins when this one is over: so an answer is never of before it was asked for.
 */
export function nextRun<T>(work: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  let next: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    next = null;
    const run = work().finally(() => {
      if (underWay === run) underWay = null;
    });
    underWay = run;
    return run;
  };
  return () => {
    if (next) return next;
    if (!underWay) return begin();
    next = underWay.then(begin, begin);
    return next;
  };
}
