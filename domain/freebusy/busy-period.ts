import type { TimeRange } from '../time/instant.ts';
import { clip, difference, intervalSet, union, type IntervalSet } from '../time/interval-set.ts';

/** As FBTYPE has it (RFC 5545 §3.2.9); free time is not kept. */
export type BusyKind = 'busy' | 'tentative' | 'unavailable';

export interface BusyPeriod extends TimeRange {
  kind: BusyKind;
}

/** The kind of what several periods say something of: the one that stands first. */
const STRONGEST_FIRST: readonly BusyKind[] = ['busy', 'unavailable', 'tentative'];

/**
 * When somebody has no time within a range: by their start, no two at once, and none longer than the range.
 *
 * @param periods in any order; they may overlap
 */
export function mergeBusy(periods: readonly BusyPeriod[], range: TimeRange): BusyPeriod[] {
  let told: IntervalSet = [];
  const merged = STRONGEST_FIRST.flatMap((kind) => {
    const ofKind = clip(intervalSet(periods.filter((period) => period.kind === kind)), range);
    const untold = difference(ofKind, told);
    told = union(told, untold);
    return untold.map((period) => ({ ...period, kind }));
  });
  return merged.sort((one, other) => one.startMs - other.startMs);
}
