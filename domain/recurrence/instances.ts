import type { WallMs } from '../ical/zone.ts';
import type { Instant } from '../meeting/state.ts';
import { DAY_MS, LAST_WALL } from './calendar-days.ts';
import { endOf, type EventDuration } from './event-time.ts';
import { eachWall, hasWall } from './rule-walls.ts';
import type { Instance, RecurrenceSet, SetDate, Stretch } from './set.ts';

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
/** Local times that are looked at, of a rule whose instances are all left out, say. */
const MOST_LOOKED_AT = 1_000_000;
const [EARLIEST, LATEST] = [-LAST_WALL, LAST_WALL + 2 * DAY_MS];

/** What happens at some time in the window: it may have begun before. What takes no time happens at its start. */
const isWithin = (startMs: Instant, endMs: Instant, fromMs: Instant, toMs: Instant): boolean =>
  startMs < toMs && (endMs > fromMs || (startMs === endMs && startMs >= fromMs));

/**
 * The instances of a set that happen at some time from `fromMs` to `toMs` (exclusive), by their start. What it costs
 * depends on how many there are, and not on how far they lie from DTSTART.
 */
export function instancesBetween<E>(
  set: RecurrenceSet<E>,
  fromMs: Instant,
  toMs: Instant,
  { limit = USUAL_LIMIT }: InstanceLimit = {},
): Instances<E> {
  const found: Instances<E> = { instances: [], complete: true };
  let sources = 0;
  for (const stretch of set.stretches) {
    for (const rule of set.rules) {
      sources++;
      const take = taker(set, stretch, { fromMs, toMs, limit }, found);
      const { firstWall, lastWall } = wallsFor(set, stretch, stretch.duration, fromMs, toMs);
      eachWall(rule, firstWall, lastWall, (wall) => {
        const id = wall - set.clock.offsetOfWall(wall);
        return id > rule.until || take(wall, id, stretch.duration);
      });
    }
    if (set.dates.length > 0) {
      sources++;
      takeDates(set.dates, stretch, taker(set, stretch, { fromMs, toMs, limit }, found));
    }
  }
  for (const instance of set.overrides) {
    if (!isWithin(instance.startMs, instance.endMs, fromMs, toMs)) continue;
    sources++;
    found.instances.push(instance);
  }
  return inOrder(found, sources, limit);
}

/** The first instances of the whole set; complete when there are no more. */
export const firstInstances = <E>(set: RecurrenceSet<E>, limit: number): Instances<E> =>
  instancesBetween(set, EARLIEST, LATEST, { limit });

interface Window {
  fromMs: Instant;
  toMs: Instant;
  limit: number;
}

/** Takes instances in the window that nothing leaves out; gives false when no more are wanted. */
function taker<E>(
  set: RecurrenceSet<E>,
  { fromId, untilId, shift, override }: Stretch<E>,
  { fromMs, toMs, limit }: Window,
  found: Instances<E>,
): (wall: WallMs, id: Instant, duration: EventDuration) => boolean {
  const { clock, exIds, exDays, exRules, replaced } = set;
  const leavesOut = exIds.size + exDays.size + exRules.length + replaced.size > 0;
  let [taken, lookedAt] = [0, 0];
  return (wall, id, duration) => {
    if (++lookedAt > MOST_LOOKED_AT) return (found.complete = false);
    if (id < fromId || id >= untilId) return true;
    const startWall = wall + shift;
    const startMs = shift === 0 ? id : startWall - clock.offsetOfWall(startWall);
    const endMs = endOf(startWall, startMs, duration, clock);
    if (!isWithin(startMs, endMs, fromMs, toMs)) return true;
    if (leavesOut && isLeftOut(set, wall, id)) return true;
    if (++taken > limit) return (found.complete = false);
    found.instances.push({ recurrenceId: id, startMs, endMs, override });
    return true;
  };
}

const isLeftOut = (set: RecurrenceSet, wall: WallMs, id: Instant): boolean =>
  set.replaced.has(id) ||
  set.exIds.has(id) ||
  (set.exDays.size > 0 && set.exDays.has(Math.floor(wall / DAY_MS))) ||
  set.exRules.some((rule) => id <= rule.until && hasWall(rule, wall));

function takeDates<E>(
  dates: readonly SetDate[],
  stretch: Stretch<E>,
  take: (wall: WallMs, id: Instant, duration: EventDuration) => boolean,
): void {
  for (const { wall, id, duration } of dates) if (!take(wall, id, duration ?? stretch.duration)) return;
}

/** No clock is changed twice within this time. */
const NEAR_MS = 2 * DAY_MS;

/** Between which local times by the rule an instance must be to happen in the window. */
function wallsFor(
  { clock }: RecurrenceSet,
  { fromId, untilId, shift }: Stretch<unknown>,
  { days, ms }: EventDuration,
  fromMs: Instant,
  toMs: Instant,
): { firstWall: WallMs; lastWall: WallMs } {
  // A shift, and a length in days, is one on the wall: a change of the clock may lie between.
  const slack = shift === 0 && days === 0 ? 0 : NEAR_MS;
  const first = Math.max(EARLIEST, fromId, fromMs - shift - ms - days * DAY_MS - slack);
  const last = Math.min(LATEST, untilId, toMs - shift + slack);
  return {
    firstWall: first + Math.min(clock.offsetAt(first - NEAR_MS), clock.offsetAt(first + NEAR_MS)),
    lastWall: last + Math.max(clock.offsetAt(last - NEAR_MS), clock.offsetAt(last + NEAR_MS)),
  };
}

/** One rule gives its instances in order, but for where a gap moves one behind another or onto it. */
function inOrder<E>({ instances, complete }: Instances<E>, sources: number, limit: number): Instances<E> {
  let ordered = true;
  for (let index = 1; index < instances.length && ordered; index++) {
    ordered = (instances[index - 1] as Instance).startMs < (instances[index] as Instance).startMs;
  }
  if (ordered && sources <= 1) return { instances, complete };
  const seen = new Set<Instant>();
  const kept = ordered
    ? instances
    : instances
        .filter(({ recurrenceId }) => !seen.has(recurrenceId) && seen.add(recurrenceId))
        .sort((a, b) => a.startMs - b.startMs || a.recurrenceId - b.recurrenceId);
  return kept.length > limit
    ? { instances: kept.slice(0, limit), complete: false }
    : { instances: kept, complete };
}
