import type { TimeRange } from '../time/instant.ts';
import type { IntervalSet } from '../time/interval-set.ts';
import { takesTime } from './blocked.ts';

/** More meetings than have anything at once. */
export const MOST_CAPACITY = 10_000;

/** Where as many are at once as there is room for, so that no other one may be. @param taken in any order @param capacity at least 1 */
export function fullWhere(taken: readonly TimeRange[], capacity: number): IntervalSet {
  const edges = taken.filter(takesTime).flatMap(({ startMs, endMs }) => [
    { at: startMs, by: 1 },
    { at: endMs, by: -1 },
  ]);
  // What ends as another begins makes room for it.
  edges.sort((one, other) => one.at - other.at || one.by - other.by);
  const full: TimeRange[] = [];
  let inside = 0;
  for (const { at, by } of edges) {
    inside += by;
    const last = full.at(-1);
    const isOpen = last?.endMs === Infinity;
    if (inside >= capacity && !isOpen) {
      if (last?.endMs === at) last.endMs = Infinity;
      else full.push({ startMs: at, endMs: Infinity });
    } else if (inside < capacity && isOpen) last.endMs = at;
  }
  return full;
}
