import { isCancellation, sleep } from '@temporalio/workflow';
import type { Deadline } from '../../domain/meeting/deadline.ts';
import type { Instant } from '../../domain/time/instant.ts';

/**
 * The timers of a meeting. One that was started is never cancelled, because a replay may know of the change that makes it
 * needless before the run did, when it had fired already; it rings for nothing instead.
 */
export class Alarms {
  readonly #set = new Set<Instant>();
  readonly #ring: (atMs: Instant) => void;

  /** @param ring is told as the time has come, and answers with `rang` in its turn */
  constructor(ring: (atMs: Instant) => void) {
    this.#ring = ring;
  }

  /** Starts a timer for `due`, where none rings by then. */
  set({ atMs, summary }: Deadline): void {
    if ([...this.#set].some((setMs) => setMs <= atMs)) return;
    this.#set.add(atMs);
    void ring(atMs - Date.now(), summary, () => this.#ring(atMs));
  }

  rang(atMs: Instant): void {
    this.#set.delete(atMs);
  }
}

/** Rings after `ms`, in a moment when they are over; never, when the workflow is cancelled. */
export const ring = (ms: number, summary: string, rings: () => void): Promise<void> =>
  sleep(Math.max(1, ms), { summary }).then(rings, (error: unknown) => {
    if (!isCancellation(error)) throw error;
  });
