import type { Instant, TimeRange } from './instant.ts';
import { unionOfMany } from './union-of-many.ts';

/** Ranges in their order, none of them empty, with time between each and the next. */
export type IntervalSet = readonly TimeRange[];

/** The set of all that lies in one of the ranges; they may overlap, be empty, and come in any order. */
export function intervalSet(ranges: readonly TimeRange[]): IntervalSet {
  let count = 0;
  for (const { startMs, endMs } of ranges) if (startMs < endMs) count += 1;
  const [starts, ends] = [new Float64Array(count), new Float64Array(count)];
  let index = 0;
  for (const { startMs, endMs } of ranges) {
    if (!(startMs < endMs)) continue;
    starts[index] = startMs;
    ends[index++] = endMs;
  }
  return intervalSetOf(starts, ends);
}

/**
 * The same of many ranges as numbers, none of them empty: without an object for each, and without sorting them again where they come by their
 * start.
 */
export function intervalSetOf(starts: Float64Array, ends: Float64Array): IntervalSet {
  if (!isAscending(starts)) return unionOfMany(starts, ends);
  const merged: TimeRange[] = [];
  let last: TimeRange | null = null;
  for (let index = 0; index < starts.length; index++) {
    const [startMs, endMs] = [starts[index]!, ends[index]!];
    if (last && startMs <= last.endMs) {
      if (endMs > last.endMs) last.endMs = endMs;
    } else merged.push((last = { startMs, endMs }));
  }
  return merged;
}

function isAscending(values: Float64Array): boolean {
  let index = 1;
  while (index < values.length && values[index - 1]! <= values[index]!) index++;
  return index >= values.length;
}

/** What lies in one of them, or in both. */
export const union = (one: IntervalSet, other: IntervalSet): IntervalSet =>
  combine(one, other, (inOne, inOther) => inOne || inOther);

/** What lies in both. */
export const intersection = (one: IntervalSet, other: IntervalSet): IntervalSet =>
  combine(one, other, (inOne, inOther) => inOne && inOther);

/** What lies in the first, and not in the other. */
export const difference = (one: IntervalSet, other: IntervalSet): IntervalSet =>
  combine(one, other, (inOne, inOther) => inOne && !inOther);

/** What lies in the range. */
export const clip = (set: IntervalSet, range: TimeRange): IntervalSet =>
  intersection(set, intervalSet([range]));

/** How long all of it is, in ms. */
export const lengthOf = (set: IntervalSet): number =>
  set.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);

/** Passes along the edges of both at once, each of which is looked at a single time. */
function combine(
  one: IntervalSet,
  other: IntervalSet,
  isKept: (inOne: boolean, inOther: boolean) => boolean,
): IntervalSet {
  const kept: TimeRange[] = [];
  let since: Instant | null = null;
  let [passedOne, passedOther] = [0, 0];
  while (passedOne < 2 * one.length || passedOther < 2 * other.length) {
    const [nextOne, nextOther] = [edgeOf(one, passedOne), edgeOf(other, passedOther)];
    const at = Math.min(nextOne, nextOther);
    if (nextOne === at) passedOne += 1;
    if (nextOther === at) passedOther += 1;
    const isIn = isKept(passedOne % 2 === 1, passedOther % 2 === 1);
    if (isIn) since ??= at;
    else if (since !== null) {
      kept.push({ startMs: since, endMs: at });
      since = null;
    }
  }
  return kept;
}

/** The start and the end of each range in turn; beyond the last, there is none. */
function edgeOf(set: IntervalSet, index: number): Instant {
  const range = set[index >> 1];
  if (!range) return Infinity;
  return index % 2 === 0 ? range.startMs : range.endMs;
}
