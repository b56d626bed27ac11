import type { Job } from './serve.ts';

/** A job that somebody waits for. */
export interface WaitingJob extends Job {
  /** About how large the input is. */
  bytes: number;
  takenMs: number;
  resolve(value: unknown): void;
  reject(problem: unknown): void;
}

/** A thread is handed so much at once: to hand one small mail over and back costs a third of reading it. */
const TOGETHER = 16;
const TOGETHER_BYTES = 128 * 1024;

/** Takes what one thread gets of all that waits: its share, and of large ones one. */
export function takeTogether(queue: WaitingJob[], threads: number): WaitingJob[] {
  const share = Math.min(TOGETHER, Math.ceil(queue.length / threads));
  let bytes = 0;
  const fitting = queue.slice(0, share).findIndex((job) => (bytes += job.bytes) > TOGETHER_BYTES);
  return queue.splice(0, fitting === -1 ? share : Math.max(1, fitting));
}
