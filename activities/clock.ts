import type { Instant } from '../domain/time/instant.ts';

/** Tells the time; the only way for activities to know it. */
export interface Clock {
  nowMs(): Instant;
}
