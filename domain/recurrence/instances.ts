import type { Clock, WallMs } from '../ical/zone.ts';
import type { Instant } from '../meeting/state.ts';
import { DAY_MS, LAST_WALL } from './calendar-days.ts';
import { endOf, UTC_CLOCK } from './event-time.ts';
import { hasWall, type RuleWalls } from './rule-walls.ts';
import type { Instance, RecurrenceSet, Stretch } from './set.ts';
import { WallCursor } from './wall-cursor.ts';

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
  const window = { fromMs, toMs, limit };
  for (const stretch of set.stretches) {
    for (const rule of set.rules) takeByRule(set, rule, stretch, window, found);
    if (set.dates.length > 0) takeDates(set, stretch, window, found);
  }
  for (const instance of set.overrides) {
    if (isWithin(instance.startMs, instance.endMs, window)) found.instances.push(instance);
  }
  return inOrder(found, limit);
}

/** The first instances of the whole set; complete when there are no more. */
export const firstInstances = <E>(set: RecurrenceSet<E>, limit: number): Instances<E> =>
  instancesBetween(set, EARLIEST, LATEST, { limit });

interface Window {
  fromMs: Instant;
  toMs: Instant;
  limit: number;
}

/** What happens at some time in the window: it may have begun before. What takes no time happens at its start. */
const isWithin = (startMs: Instant, endMs: Instant, { fromMs, toMs }: Window): boolean =>
  startMs < toMs && (endMs > fromMs || (startMs === endMs && startMs >= fromMs));

function takeByRule<E>(
  set: RecurrenceSet<E>,
  rule: RuleWalls,
  stretch: Stretch<E>,
  window: Window,
  found: Instances<E>,
): void {
  const { clock } = set;
  const first = earliestWall(clock, earliestStart(stretch, window));
  const last = latestWall(clock, latestStart(stretch, window)) - 1;
  const cursor = new WallCursor(rule, first, last);
  let looked = 0;
  let left = window.limit;
  let latest = -Infinity;
  for (let wall = cursor.next(); !Number.isNaN(wall); wall = cursor.next()) {
    const id = wall - clock.offsetOfWall(wall);
    if (++looked > MOST_LOOKED_AT) return void (found.complete = false);
    if (id > rule.until) continue;
    const instance = instanceOf(set, stretch, wall, id, stretch.duration, window);
    if (instance === null) continue;
    // What a gap has moved behind the next, or onto it, is no more than that one.
    if (id > latest) {
      if (left-- <= 0) return void (found.complete = false);
      latest = id;
    }
    found.instances.push(instance);
  }
}

function takeDates<E>(
  set: RecurrenceSet<E>,
  stretch: Stretch<E>,
  window: Window,
  { instances }: Instances<E>,
): void {
  for (const { wall, id, duration } of set.dates) {
    const instance = instanceOf(set, stretch, wall, id, duration ?? stretch.duration, window);
    if (instance) instances.push(instance);
  }
}

/** Null: it is not of this stretch, not in the window, or left out. */
function instanceOf<E>(
  set: RecurrenceSet<E>,
  { fromId, untilId, shift, override }: Stretch<E>,
  wall: WallMs,
  id: Instant,
  duration: Stretch<E>['duration'],
  window: Window,
): Instance<E> | null {
  if (id < fromId || id >= untilId) return null;
  const startWall = wall + shift;
  const startMs = shift === 0 ? id : startWall - set.clock.offsetOfWall(startWall);
  const endMs = endOf(startWall, startMs, duration, set.clock);
  if (!isWithin(startMs, endMs, window) || (set.leavesOut && isLeftOut(set, wall, id))) return null;
  return { recurrenceId: id, startMs, endMs, override };
}

const isLeftOut = (set: RecurrenceSet, wall: WallMs, id: Instant): boolean =>
  set.replaced.has(id) ||
  set.exIds.has(id) ||
  (set.exDays.size > 0 && set.exDays.has(Math.floor(wall / DAY_MS))) ||
  set.exRules.some((rule) => id <= rule.until && hasWall(rule, wall));

/** No clock is changed twice within this time. */
const NEAR_MS = 2 * DAY_MS;

/** A shift, and a length in days, is one on the wall: a change of the clock may lie between. */
const slackOf = ({ shift, duration }: Stretch<unknown>): number =>
  shift === 0 && duration.days === 0 ? 0 : NEAR_MS;

/** By the rule, what happens in the window starts between these. */
function earliestStart(stretch: Stretch<unknown>, { fromMs }: Window): Instant {
  const { shift, duration, fromId } = stretch;
  const start = fromMs - shift - duration.ms - duration.days * DAY_MS - slackOf(stretch);
  return Math.max(EARLIEST, fromId, start);
}

const latestStart = (stretch: Stretch<unknown>, { toMs }: Window): Instant =>
  Math.min(LATEST, stretch.untilId, toMs - stretch.shift + slackOf(stretch));

/** A change of the clock may lie before or behind. */
const earliestWall = (clock: Clock, at: Instant): WallMs =>
  clock === UTC_CLOCK ? at : at + Math.min(clock.offsetAt(at - NEAR_MS), clock.offsetAt(at + NEAR_MS));

const latestWall = (clock: Clock, at: Instant): WallMs =>
  clock === UTC_CLOCK ? at : at + Math.max(clock.offsetAt(at - NEAR_MS), clock.offsetAt(at + NEAR_MS));

/**
 * One rule gives its instances in order, but for where a gap moves one behind another or onto it; several rules,
 * dates and overrides do not.
 */
function inOrder<E>(found: Instances<E>, limit: number): Instances<E> {
  const { instances } = found;
  let ordered = instances.length <= limit;
  for (let index = 1; index < instances.length && ordered; index++) {
    ordered = (instances[index - 1] as Instance).startMs < (instances[index] as Instance).startMs;
  }
  if (ordered) return found;
  const seen = new Set<Instant>();
  const kept = instances
    .filter(({ recurrenceId }) => !seen.has(recurrenceId) && seen.add(recurrenceId))
    .sort((a, b) => a.startMs - b.startMs || a.recurrenceId - b.recurrenceId);
  return kept.length > limit
    ? { instances: kept.slice(0, limit), complete: false }
    : { ...found, instances: kept };
}
