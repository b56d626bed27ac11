import type { TimeRange } from './instant.ts';

/**
 * What lies in one of many ranges, in order and apart.
 *
 * @param starts in any order, each with its end, which is later, at the same index
 */
export const unionOfMany = (starts: Float64Array, ends: Float64Array): TimeRange[] =>
  unionOfMinutes(starts, ends) ??
  unionOfSorted(Float64Array.from(starts).sort(), Float64Array.from(ends).sort());

/**
 * Starts and ends each by themselves in order, whichever belongs to which: as many ranges as have begun by then have ended where the
 * next begins later than the last of as many ends. Numbers alone are sorted ten times as fast as ranges.
 */
function unionOfSorted(starts: Float64Array, ends: Float64Array): TimeRange[] {
  const merged: TimeRange[] = [];
  let startMs = starts[0]!;
  for (let index = 1; index <= starts.length; index++) {
    const endMs = ends[index - 1]!;
    if (index < starts.length && starts[index]! <= endMs) continue;
    merged.push({ startMs, endMs });
    startMs = starts[index]!;
  }
  return merged;
}

const MINUTE_MS = 60_000;
/** Fewer are sorted as fast. */
const FEWEST_COUNTED = 1_000;
/** As many minutes are passed in the time that it takes to sort one range. */
const MINUTES_FOR_ONE = 64;

/**
 * The same of many that begin and end with a minute, as nearly all do, and lie close together: how many begin and end in each minute is
 * counted, and nothing is sorted.
 *
 * @returns null: they are not of this kind
 */
function unionOfMinutes(starts: Float64Array, ends: Float64Array): TimeRange[] | null {
  const count = starts.length;
  if (count < FEWEST_COUNTED) return null;
  let [fromMs, untilMs] = [Infinity, -Infinity];
  for (let index = 0; index < count; index++) {
    if (starts[index]! % MINUTE_MS !== 0 || ends[index]! % MINUTE_MS !== 0) return null;
    fromMs = Math.min(fromMs, starts[index]!);
    untilMs = Math.max(untilMs, ends[index]!);
  }
  const minutes = (untilMs - fromMs) / MINUTE_MS;
  if (!(minutes <= MINUTES_FOR_ONE * count)) return null;
  const begun = new Int32Array(minutes + 1);
  for (let index = 0; index < count; index++) {
    begun[(starts[index]! - fromMs) / MINUTE_MS]! += 1;
    begun[(ends[index]! - fromMs) / MINUTE_MS]! -= 1;
  }
  const merged: TimeRange[] = [];
  let open = 0;
  let startMs = fromMs;
  for (let minute = 0; minute <= minutes; minute++) {
    const change = begun[minute]!;
    if (change === 0) continue;
    if (open === 0) startMs = fromMs + minute * MINUTE_MS;
    open += change;
    if (open === 0) merged.push({ startMs, endMs: fromMs + minute * MINUTE_MS });
  }
  return merged;
}
