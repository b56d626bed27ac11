import {
  allHandlersFinished,
  condition,
  defineSignal,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';

/** What happens in the peer's life besides updates and signals, at the same moments as in ours. */
export interface BareLife {
  readyBeforeMs: number;
  lengthMs: number;
}

export const bookUpdate = defineUpdate<void>('bookUpdate');
export const proposeUpdate = defineUpdate<void>('proposeUpdate');
export const approveUpdate = defineUpdate<void, [number]>('approveUpdate');
export const replySignal = defineSignal('replySignal');

interface Nothing {
  commit(): Promise<void>;
  send(): Promise<void>;
}

const { commit } = proxyLocalActivities<Nothing>({ startToCloseTimeout: '10 seconds' });
const { send } = proxyActivities<Nothing>({ startToCloseTimeout: '1 minute' });

/** A bare workflow with the activities, timers, signals and updates of a meeting's life, and nothing in them. */
export async function bareLife({ readyBeforeMs, lengthMs }: BareLife): Promise<void> {
  let startMs = Date.now() + 3_600_000;
  let unsent = 0;
  const sendSome = (count: number): void => {
    for (let i = 0; i < count; i += 1) {
      unsent += 1;
      void send().then(() => (unsent -= 1));
    }
  };
  setHandler(bookUpdate, async () => {
    await commit();
    sendSome(2);
  });
  setHandler(replySignal, () => commit());
  setHandler(proposeUpdate, async () => {
    await commit();
    sendSome(1);
  });
  setHandler(approveUpdate, async (newStartMs) => {
    await commit();
    startMs = newStartMs;
    sendSome(2);
  });
  const before = startMs;
  await condition(() => startMs !== before, startMs - Date.now());
  await sleep(Math.max(1, startMs - readyBeforeMs - Date.now()));
  await commit();
  sendSome(1);
  await sleep(Math.max(1, startMs - Date.now()));
  await commit();
  await sleep(Math.max(1, startMs + lengthMs - Date.now()));
  await commit();
  sendSome(1);
  await condition(() => allHandlersFinished() && unsent === 0);
}
