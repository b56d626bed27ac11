/** How patiently something is tried again, in ms. */
export interface RetryPace {
  firstRetryMs: number;
  longestRetryMs: number;
}

/** More would leave what a number can hold, and a first wait of 0 times infinity is no number at all. */
const MOST_DOUBLINGS = 50;

/**
 * How long to wait after a failed attempt: anything between the first wait and one that doubles with each attempt, up
 * to the longest ("full jitter"), so that what failed together does not come again together.
 *
 * @param attempt the one that failed; the first is 1
 * @param random from 0 up to, and without, 1
 * @returns ms
 */
export function retryDelayMs(
  attempt: number,
  { firstRetryMs, longestRetryMs }: RetryPace,
  random: number,
): number {
  const shortest = Math.min(firstRetryMs, longestRetryMs);
  const longest = Math.min(firstRetryMs * 2 ** Math.min(attempt, MOST_DOUBLINGS), longestRetryMs);
  return Math.round(shortest + random * (longest - shortest));
}
