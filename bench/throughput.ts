/** Does a life's first part, up to the approval; the rest comes by itself, and `end` waits for it. */
export type OpenLife = () => Promise<{ workflowId: string; end: () => Promise<unknown> }>;

export interface Load {
  /** How many lives are being opened at any time: enough to keep the processors busy. */
  atOnce: number;
  /** From the approval to the close, at least; the first closes cannot come sooner. */
  waitMs: number;
  /** How long closes are counted, while lives are still being opened. */
  countMs: number;
}

export interface Throughput {
  /** Lives closed a second while as many were being opened. */
  livesPerSecond: number;
  /** The lives that were closed while it was counted. */
  workflowIds: string[];
}

/**
 * Whole lives a second. Lives are opened all the time, and those that wait for their start are beside them and hold
 * nobody up. Closes are counted from the moment when the first lives have waited, until the opening stops: in that
 * stretch each second holds the work of whole lives, and no time in which there is nothing to do.
 */
export async function throughput({ atOnce, waitMs, countMs }: Load, open: OpenLife): Promise<Throughput> {
  const countFrom = performance.now() + 2 * waitMs;
  const countUntil = countFrom + countMs;
  const workflowIds: string[] = [];
  const ends: Promise<void>[] = [];
  const follow = async ({ workflowId, end }: Awaited<ReturnType<OpenLife>>): Promise<void> => {
    await end();
    const now = performance.now();
    if (now >= countFrom && now < countUntil) workflowIds.push(workflowId);
  };
  const openUntilTime = async (): Promise<void> => {
    while (performance.now() < countUntil) ends.push(follow(await open()));
  };
  const opening = await Promise.allSettled(Array.from({ length: atOnce }, openUntilTime));
  const closing = await Promise.allSettled(ends);
  const failed = [...opening, ...closing].find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return { livesPerSecond: workflowIds.length / (countMs / 1000), workflowIds };
}
