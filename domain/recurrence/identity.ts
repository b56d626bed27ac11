import type { Clock } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';
import { DAY_MS } from '../time/calendar-days.ts';
import { instantOfTime, type EventTime } from './event-time.ts';
import { firstWallOn } from './rule-walls.ts';
import type { RecurrenceSet, SetDate } from './set.ts';

/**
 * The instant that a RECURRENCE-ID or EXDATE means. Programs mix the kinds: a DATE in a series of date-times means
 * that day's first instance, and a date-time in a series of days the day that it is written with, unless it is the
 * very instant at which a day begins. One without a zone is in that of DTSTART (§3.8.4.4).
 *
 * @param floating where it is looked at when there is no DTSTART
 */
export function identityIn(set: RecurrenceSet, time: EventTime, floating: Clock): Instant {
  const at = instantOfTime(time, set.stretches.length === 0 ? floating : set.clock);
  if (time.allDay === set.allDay || set.stretches.length === 0) return at;
  if (time.allDay) return firstOnDay(set, time.wall) ?? at;
  const day = Math.floor((at + set.clock.offsetAt(at)) / DAY_MS) * DAY_MS;
  if (day - set.clock.offsetOfWall(day) === at) return at;
  const written = Math.floor(time.wall / DAY_MS) * DAY_MS;
  return written - set.clock.offsetOfWall(written);
}

function firstOnDay({ rules, dates, clock }: RecurrenceSet, day: number): Instant | null {
  let first = Infinity;
  // They are in the order of their instants, which are near their local times.
  for (let index = firstDateFrom(dates, day - 2 * DAY_MS); index < dates.length; index++) {
    const { wall, id } = dates[index] as SetDate;
    if (id > day + 3 * DAY_MS) break;
    if (wall >= day && wall < day + DAY_MS) first = Math.min(first, wall);
  }
  for (const rule of rules) {
    first = Math.min(first, firstWallOn(rule, day) ?? Infinity);
  }
  return Number.isFinite(first) ? first - clock.offsetOfWall(first) : null;
}

/** The index of the first of a set's dates at that instant or later. */
export function firstDateFrom(dates: readonly SetDate[], from: Instant): number {
  let [low, high] = [0, dates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle] as SetDate).id < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
