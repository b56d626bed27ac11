import { monitorEventLoopDelay } from 'node:perf_hooks';
import { rounded } from './statistics.ts';

/** The longest that the event loop of this process stood still, while it was watched. */
export interface LoopWatch {
  during<T>(work: () => Promise<T>): Promise<T>;
  /** In ms, to two places. */
  loopMs(): number;
}

export function watchLoop(): LoopWatch {
  let longestNs = 0;
  return {
    async during(work) {
      // A new one each time: one that goes on after a pause takes the pause for a delay.
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      try {
        return await work();
      } finally {
        delay.disable();
        longestNs = Math.max(longestNs, delay.max);
      }
    },
    loopMs: () => rounded(longestNs / 1e6),
  };
}
