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

export interface BareActivities {
  /** Nothing. */
  commit(): Promise<void>;
  /** Sends a mail, the same one every time. */
  send(): Promise<void>;
  /** Nothing. */
  room(): Promise<void>;
}

const { commit } = proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10 seconds' });
/** With the timeouts of ours, because each is work for the server. */
const { send, room } = proxyActivities<BareActivities>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: '10 seconds',
  scheduleToCloseTimeout: '5 days',
});

/** A bare workflow with the activities, timers, signals, updates and mails of a meeting's life, and nothing else. */
export async function bareLife({ startMs, readyBeforeMs, lengthMs }: BareLife): Promise<void> {
  let deadlines = [startMs];
  let unsettled = 0;
  const begin = (...activities: (() => Promise<void>)[]): void => {
    unsettled += activities.length;
    for (const activity of activities) void activity().then(() => (unsettled -= 1));
  };
  const lifeFrom = (from: number): number[] => [from - readyBeforeMs, from, from + lengthMs];
  setHandler(bookUpdate, async () => {
    await commit();
    deadlines = lifeFrom(startMs);
    begin(send, send);
  });
  setHandler(replySignal, () => commit());
  setHandler(proposeUpdate, async (expiresMs) => {
    await commit();
    deadlines = [expiresMs, ...deadlines];
    begin(send);
  });
  setHandler(approveUpdate, async (newStartMs) => {
    await commit();
    deadlines = lifeFrom(newStartMs);
    begin(send, send);
  });

  /** As ours: a timer is never cancelled, and none is started where one rings before. */
  const alarms = new Set<number>();
  const setAlarm = (atMs: number): void => {
    if ([...alarms].some((setMs) => setMs <= atMs)) return;
    alarms.add(atMs);
    void sleep(Math.max(1, atMs - Date.now())).then(() => alarms.delete(atMs));
  };
  while (deadlines.length > 0) {
    const [next] = deadlines as [number];
    setAlarm(next);
    const set = alarms.size;
    await condition(() => deadlines[0] !== next || alarms.size < set);
    if (deadlines[0] !== next || Date.now() < next) continue;
    await commit();
    deadlines = deadlines.slice(1);
    // The room is made ready, and at the end closed.
    if (deadlines.length !== 1) begin(room);
  }
  await condition(() => allHandlersFinished() && unsettled === 0);
}
