import type { Instant } from '../time/instant.ts';
import { endOf } from './event-time.ts';
import { addByRule, type Found } from './instances-by-rule.ts';
import { firstDateFrom } from './identity.ts';
import { isLeftOut } from './left-out.ts';
import type { Instance, RecurrenceSet, SetDate, Stretch } from './set.ts';
import { EARLIEST, isWithin, LATEST } from './window.ts';

export interface Instances<E> {
  /** By their start. */
  instances: Instance<E>[];
  /** False: there are more than were asked for, or too many to look through. */
  complete: boolean;
}

export interface InstanceLimit {
  /** The most instances that are given. */
  limit?: number;
}

const USUAL_LIMIT = 10_000;

/**
 * The instances of a set that happen at some time from `fromMs` to `toMs` (exclusive), by their start. What it costs
 * depends on how many there are, and not on how far they lie from DTSTART.
 */
export function instancesBetween<E>(
  set: RecurrenceSet<E>,
  fromMs: Instant,
  toMs: Instant,
  options?: InstanceLimit,
): Instances<E> {
  const limit = options?.limit ?? USUAL_LIMIT;
  const isOneRun = set.rules.length === 1 && set.stretches.length === 1;
  const found: Found<E> = { instances: [], complete: true, ordered: isOneRun };
  for (const stretch of set.stretches) {
    for (const rule of set.rules) addByRule(set, rule, stretch, fromMs, toMs, limit, found);
    if (set.dates.length > 0) addDates(set, stretch, fromMs, toMs, found);
  }
  for (const instance of set.overrides) {
    if (!isWithin(instance.startMs, instance.endMs, fromMs, toMs)) continue;
    found.instances.push(instance);
    found.ordered = false;
  }
  const { instances, complete, ordered } = found;
  return ordered ? { instances, complete } : inOrder(found, limit);
}

/** The first instances of the whole set; complete when there are no more. */
export const firstInstances = <E>(set: RecurrenceSet<E>, limit: number): Instances<E> =>
  instancesBetween(set, EARLIEST, LATEST, { limit });

function addDates<E>(
  set: RecurrenceSet<E>,
  stretch: Stretch<E>,
  fromMs: Instant,
  toMs: Instant,
  found: Found<E>,
): void {
  const { fromId, untilId, shift, override } = stretch;
  for (let index = firstDateFrom(set.dates, fromId); index < set.dates.length; index++) {
    const { wall, id, duration } = set.dates[index] as SetDate;
    if (id >= untilId) return;
    const startWall = wall + shift;
    const startMs = shift === 0 ? id : startWall - set.clock.offsetOfWall(startWall);
    const endMs = endOf(startWall, startMs, duration ?? stretch.duration, set.clock);
    if (!isWithin(startMs, endMs, fromMs, toMs) || (set.leavesOut && isLeftOut(set, wall, id))) continue;
    found.instances.push({ recurrenceId: id, startMs, endMs, override });
    found.ordered = false;
  }
}

/**
 * One rule gives its instances in order, but for where a gap moves one behind another or onto it; several rules,
 * dates and overrides do not.
 */
function inOrder<E>({ instances, complete }: Found<E>, limit: number): Instances<E> {
  let ordered = instances.length <= limit;
  for (let index = 1; index < instances.length && ordered; index++) {
    ordered = (instances[index - 1] as Instance).startMs < (instances[index] as Instance).startMs;
  }
  if (ordered) return { instances, complete };
  const seen = new Set<Instant>();
  const kept = instances
    .filter(({ recurrenceId }) => !seen.has(recurrenceId) && seen.add(recurrenceId))
    .sort((a, b) => a.startMs - b.startMs || a.recurrenceId - b.recurrenceId);
  return kept.length > limit
    ? { instances: kept.slice(0, limit), complete: false }
    : { instances: kept, complete };
}
