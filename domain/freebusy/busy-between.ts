import type { Instant, TimeRange } from '../time/instant.ts';
import { difference, intervalSet } from '../time/interval-set.ts';
import type { Clock } from '../time/zone.ts';
import { instancesBetween } from '../recurrence/instances.ts';
import { workOfFeed, type Work } from '../recurrence/work.ts';
import type { BusyKind, BusyPeriod } from './busy-period.ts';
import { seriesSet, type BusySeries, type SeriesForm } from './series-form.ts';

/** What a question may cost, in local times that are looked at: that of a thousand series over a year takes half of it. */
const WORK = 1_000_000;
const WORK_OF_A_SERIES = 1_000;
/** Every quarter of an hour for two months. */
const MOST_OF_A_SERIES = 5_000;

/**
 * When series take time within a range: periods in no order, as they are, so that they may overlap and reach out of it
 * (`mergeBusy` merges and clips them). Where a series has more instances than are looked at, the rest of the range counts as
 * taken: nothing is told to be free of which that is not known.
 */
export function busyBetween(series: readonly BusySeries[], range: TimeRange): BusyPeriod[] {
  const found: BusyPeriod[] = [];
  const work = { left: WORK + WORK_OF_A_SERIES * series.length };
  for (const each of series) {
    const { kind, isCut, outsideOf } = each;
    if (outsideOf) {
      found.push(...takenOutside(outsideOf, kind ?? 'unavailable', range, work));
      continue;
    }
    const { lastMs, complete } = addInstances(each, range, work, found);
    if ((isCut || !complete) && lastMs < range.endMs)
      found.push({ startMs: lastMs, endMs: range.endMs, kind: kind ?? 'busy' });
  }
  return found;
}

function addInstances(
  { set, kind }: BusySeries,
  range: TimeRange,
  work: Work,
  found: BusyPeriod[],
): { lastMs: Instant; complete: boolean } {
  let lastMs = range.startMs;
  if (kind === null && set.overrides.length === 0 && set.stretches.length < 2)
    return { lastMs, complete: true };
  set.work.left = work.left;
  const { instances, complete } = instancesBetween(set, range.startMs, range.endMs, {
    limit: MOST_OF_A_SERIES,
  });
  work.left = set.work.left;
  for (const { startMs, endMs, override } of instances) {
    lastMs = startMs;
    const of = override ? override.kind : kind;
    if (of !== null && endMs > startMs) found.push({ startMs, endMs, kind: of });
  }
  return { lastMs, complete };
}

/** What is not known to be available is taken. */
function takenOutside(
  { range: hours, available }: NonNullable<BusySeries['outsideOf']>,
  kind: BusyKind,
  range: TimeRange,
  work: Work,
): BusyPeriod[] {
  const within = {
    startMs: Math.max(hours.startMs, range.startMs),
    endMs: Math.min(hours.endMs, range.endMs),
  };
  const open: BusyPeriod[] = [];
  for (const each of available) if (!each.isCut) addInstances(each, within, work, open);
  return difference(intervalSet([within]), intervalSet(open)).map((taken) => ({ ...taken, kind }));
}

/** The same of series as they are stored. */
export function busyOfForms(forms: readonly SeriesForm[], floating: Clock, range: TimeRange): BusyPeriod[] {
  const work = workOfFeed(forms.length);
  return busyBetween(
    forms.map((form) => seriesSet(form, floating, work)),
    range,
  );
}
