import { monitorEventLoopDelay } from 'node:perf_hooks';
import { rounded } from './statistics.ts';

/** The longest that the event loop of this process stood still, while it was watched. */
export interface LoopWatch {
  during<T>(work: () => Promise<T>): Promise<T>;
  /** In ms, to one. */
  loopMs(): number;
}

export function watchLoop(): LoopWatch {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  return {
    async during(work) {
      delay.enable();
      try {
        return await work();
      } finally {
        delay.disable();
      }
    },
    loopMs: () => rounded(delay.max / 1e6),
  };
}
