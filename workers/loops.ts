import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';

export interface LoopTask {
  name: string;
  everyMs: number;
  run(signal: AbortSignal): Promise<unknown>;
}

/**
 * Runs tasks again and again, each at its own pace and never twice at once. One that fails is logged and comes again.
 *
 * @returns stops them, and resolves when the last one is done
 */
export function startLoops(tasks: LoopTask[], log: Logger): { stop(): Promise<void> } {
  // A signal of its own for each: more than ten that listen to one are taken for a leak, which the first screen would tell.
  const loops = tasks.map((task) => {
    const stopping = new AbortController();
    return { stopping, done: loop(task, log, stopping.signal) };
  });
  return {
    async stop() {
      for (const { stopping } of loops) stopping.abort();
      await Promise.all(loops.map(({ done }) => done));
    },
  };
}

async function loop(task: LoopTask, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await task.run(signal);
    } catch (error) {
      log.warn({ err: error, task: task.name }, 'a background task failed and will be tried again');
    }
    await wait(task.everyMs, undefined, { signal }).catch(() => undefined);
  }
}
