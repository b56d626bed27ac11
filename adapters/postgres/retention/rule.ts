import type { Retention } from '../../../config/index.ts';

/** One kind of what is removed when its time has come. */
export interface RetentionRule {
  /** A label of metrics. */
  what: string;
  days: keyof Retention;
  /** Removes at most `:batch` of what is older than `:before`, and returns a row for each. */
  sql: string;
}
