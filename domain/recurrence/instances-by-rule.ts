import type { Instant } from '../time/instant.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import { endOf } from './event-time.ts';
import { isLeftOut } from './left-out.ts';
import { firstAtLeast } from './pattern.ts';
import type { RuleWalls } from './rule-walls.ts';
import type { Instance, RecurrenceSet, Stretch } from './set.ts';
import { earliestWall, isWithin, latestWall } from './window.ts';

/** What a rule and a stretch take before the first local time. */
const BEGINNING_WORK = 10;
/** To look for a local time in a rule that leaves out takes as long as looking at so many. */
const LEAVING_OUT_WORK = 32;
/** Local times that are looked at, of a rule whose instances are all left out, say. */
const MOST_LOOKED_AT = 1_000_000;

/** What was found so far. */
export interface Found<E> {
  instances: Instance<E>[];
  /** False: there are more than were asked for, or too many to look through. */
  complete: boolean;
  /** It is known that each starts after the one before it. */
  ordered: boolean;
}

/**
 * Adds the instances of a stretch by one rule, in the order of their local times. It is one loop with all numbers in
 * hand, because a window of one instance costs little more than getting there.
 *
 * @param limit the most instances that are added, beside those that a gap has moved
 */
export function addByRule<E>(
  set: RecurrenceSet<E>,
  rule: RuleWalls,
  stretch: Stretch<E>,
  fromMs: Instant,
  toMs: Instant,
  limit: number,
  found: Found<E>,
): void {
  const { clock, leavesOut } = set;
  const { periods, until } = rule;
  const { fromId, untilId, shift, duration, override } = stretch;
  const lengthMs = duration.ms;
  const isExact = shift === 0 && duration.days === 0;
  const begin = Math.max(rule.start, earliestWall(clock, stretch, fromMs));
  const end = Math.min(rule.last, latestWall(clock, stretch, toMs) - 1);
  set.work.left -= BEGINNING_WORK;
  if (begin > end) return;
  const timeWork = 1 + LEAVING_OUT_WORK * set.exRules.length;
  const mostLookedAt = Math.min(MOST_LOOKED_AT, set.work.left / timeWork);
  if (mostLookedAt <= 0) return void (found.complete = false);
  let { instances } = found;
  let left = limit;
  let looked = 0;
  const firstIndex = periods.indexOf(begin);
  let latest = -Infinity;
  let { from: spanFrom, until: spanUntil, offset } = clock.wallSpans.at(begin);
  let index = firstIndex;
  walk: for (; ; index++) {
    const base = periods.startOf(index);
    if (base > end) break walk;
    const { days, times } = periods.patternOf(index);
    for (
      let day = base >= begin ? 0 : firstAtLeast(days, begin - base - DAY_MS + 1);
      day < days.length;
      day++
    ) {
      const midnight = base + (days[day] as number);
      if (midnight > end) break walk;
      for (
        let time = midnight >= begin ? 0 : firstAtLeast(times, begin - midnight);
        time < times.length;
        time++
      ) {
        const wall = midnight + (times[time] as number);
        if (wall > end) break walk;
        if (++looked > mostLookedAt) {
          found.complete = false;
          break walk;
        }
        if (wall < spanFrom || wall >= spanUntil)
          ({ from: spanFrom, until: spanUntil, offset } = clock.wallSpans.at(wall));
        const id = wall - offset;
        if (id < fromId || id >= untilId || id > until) continue;
        let startMs = id;
        let endMs = id + lengthMs;
        if (!isExact) {
          startMs = wall + shift - clock.offsetOfWall(wall + shift);
          endMs = endOf(wall + shift, startMs, duration, clock);
        }
        if (!isWithin(startMs, endMs, fromMs, toMs) || (leavesOut && isLeftOut(set, wall, id))) continue;
        // What a gap has moved behind the next, or onto it, is no more than that one.
        if (id > latest) {
          if (left-- <= 0) {
            found.complete = false;
            break walk;
          }
          latest = id;
        } else found.ordered = false;
        const instance = { recurrenceId: id, startMs, endMs, override };
        // The first push onto an empty list would make room for 17.
        if (instances.length === 0) instances = found.instances = [instance];
        else instances.push(instance);
      }
    }
  }
  set.work.left -= looked * timeWork + index - firstIndex;
}
