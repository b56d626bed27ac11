import { inParallel } from './statistics.ts';

/** Does a life's first part, up to the approval; the rest comes by itself, and `end` waits for it. */
export type OpenLife = () => Promise<{ workflowId: string; end: () => Promise<unknown> }>;

export interface Throughput {
  /** Lives closed a second while lives were being opened, too: neither the first wait nor the last is in it. */
  steady: number;
  /** All lives by the time from the first booking to the last close, waiting included. */
  whole: number;
  workflowIds: string[];
}

/**
 * Whole lives a second. Always `atOnce` lives are being opened, which keeps both processors busy; those that wait
 * for their start are beside them and hold nobody up. So waiting costs nothing between the first close and
 * the last opening, and that is the stretch that `steady` counts.
 */
export async function throughput(lives: number, atOnce: number, open: OpenLife): Promise<Throughput> {
  const startedAt = performance.now();
  const closedAt: number[] = [];
  const workflowIds: string[] = [];
  const ends: Promise<unknown>[] = [];
  await inParallel(lives, atOnce, async () => {
    const { workflowId, end } = await open();
    workflowIds.push(workflowId);
    ends.push(end().then(() => closedAt.push(performance.now())));
  });
  const openedAt = performance.now();
  await Promise.all(ends);
  const [first = NaN] = closedAt;
  const meanwhile = closedAt.filter((at) => at <= openedAt);
  return {
    steady: (meanwhile.length - 1) / ((meanwhile.at(-1)! - first) / 1000),
    whole: lives / ((closedAt.at(-1)! - startedAt) / 1000),
    workflowIds,
  };
}
