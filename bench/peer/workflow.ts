import {
  allHandlersFinished,
  condition,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';

/** The moments of the peer's life, as those of a meeting; in ms. */
export interface BareLife {
  startMs: number;
  readyBeforeMs: number;
  lengthMs: number;
}

export const bookUpdate = defineUpdate<void>('bookUpdate');
export const proposeUpdate = defineUpdate<void, [number]>('proposeUpdate');
export const approveUpdate = defineUpdate<void, [number]>('approveUpdate');
export const replySignal = defineSignal('replySignal');

interface Nothing {
  commit(): Promise<void>;
  effect(): Promise<void>;
}

const { commit } = proxyLocalActivities<Nothing>({ startToCloseTimeout: '10 seconds' });
const { effect } = proxyActivities<Nothing>({ startToCloseTimeout: '1 minute' });

/** A bare workflow with the activities, timers, signals and updates of a meeting's life, and nothing in them. */
export async function bareLife({ startMs, readyBeforeMs, lengthMs }: BareLife): Promise<void> {
  let deadlines = [startMs];
  let unsettled = 0;
  const begin = (count: number): void => {
    for (let i = 0; i < count; i += 1) {
      unsettled += 1;
      void effect().then(() => (unsettled -= 1));
    }
  };
  const lifeFrom = (from: number): number[] => [from - readyBeforeMs, from, from + lengthMs];
  setHandler(bookUpdate, async () => {
    await commit();
    deadlines = lifeFrom(startMs);
    begin(2);
  });
  setHandler(replySignal, () => commit());
  setHandler(proposeUpdate, async (expiresMs) => {
    await commit();
    deadlines = [expiresMs, ...deadlines];
    begin(1);
  });
  setHandler(approveUpdate, async (newStartMs) => {
    await commit();
    deadlines = lifeFrom(newStartMs);
    begin(2);
  });

  while (deadlines.length > 0) {
    const [next] = deadlines as [number];
    const waitMs = next - Date.now();
    if (waitMs > 0 && (await condition(() => deadlines[0] !== next, waitMs))) continue;
    await commit();
    deadlines = deadlines.slice(1);
    // The room is made ready, and at the end closed.
    if (deadlines.length !== 1) begin(1);
  }
  await condition(() => allHandlersFinished() && unsettled === 0);
}
