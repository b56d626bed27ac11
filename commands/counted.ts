import type { LimitName } from '../config/limits.ts';

/** Counts what is asked against the limits of whoever asks; it throws where one is used up. */
export interface Counted {
  /** For whoever asks, within `place` where the limit has one. */
  count(name: LimitName, place?: string): Promise<void>;
  /** For the place, whoever asks. */
  countPlace(name: LimitName, place: string): Promise<void>;
}
