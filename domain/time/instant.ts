/** An instant: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** From its start to its end, which it does not contain. */
export interface TimeRange {
  startMs: Instant;
  endMs: Instant;
}
