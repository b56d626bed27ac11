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
 * When time is taken within a range, of each kind by itself, so that they may overlap: who is away all day and has a meeting
 * then, is both.
 *
 * @param periods in any order; they may overlap
 */
export function busyByKind(
  periods: readonly BusyPeriod[],
  range: TimeRange,
): Readonly<Record<BusyKind, IntervalSet>> {
  const apart: Record<BusyKind, BusyPeriod[]> = { busy: [], tentative: [], unavailable: [] };
  for (const period of periods) apart[period.kind].push(period);
  const within = (kind: BusyKind) => clip(intervalSet(apart[kind]), range);
  return { busy: within('busy'), tentative: within('tentative'), unavailable: within('unavailable') };
}

/**
 * When somebody has no time within a range: by their start, no two at once, and none longer than the range.
 *
 * @param periods in any order; they may overlap
 */
export function mergeBusy(periods: readonly BusyPeriod[], range: TimeRange): BusyPeriod[] {
  const byKind = busyByKind(periods, range);
  let told: IntervalSet = [];
  const merged = STRONGEST_FIRST.flatMap((kind) => {
    const untold = difference(byKind[kind], told);
    told = union(told, untold);
    return untold.map((period) => ({ ...period, kind }));
  });
  return merged.sort((one, other) => one.startMs - other.startMs);
}
