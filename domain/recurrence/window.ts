import type { OffsetSpan } from '../time/offset-spans.ts';
import type { Clock, WallMs } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';
import { DAY_MS, LAST_WALL } from '../time/calendar-days.ts';
import type { Stretch } from './set.ts';

/** Of the whole set. */
export const [EARLIEST, LATEST] = [-LAST_WALL, LAST_WALL + 2 * DAY_MS];

/** No clock is changed twice within this time, nor is one that far from UTC. */
const NEAR_MS = 2 * DAY_MS;

/** What happens at some time in the window may have begun before. What takes no time happens at its start. */
export const isWithin = (startMs: Instant, endMs: Instant, fromMs: Instant, toMs: Instant): boolean =>
  startMs < toMs && (endMs > fromMs || (startMs === endMs && startMs >= fromMs));

/** A shift, and a length in days, is one on the wall: a change of the clock may lie between. */
const slackOf = ({ shift, duration }: Stretch<unknown>): number =>
  shift === 0 && duration.days === 0 ? 0 : NEAR_MS;

/** By the rule, nothing that starts before this local time happens at `fromMs` or later. */
export function earliestWall(clock: Clock, stretch: Stretch<unknown>, fromMs: Instant): WallMs {
  const { shift, duration, fromId } = stretch;
  const start = fromMs - shift - duration.ms - duration.days * DAY_MS - slackOf(stretch);
  const at = Math.max(EARLIEST, fromId, start);
  const span = clock.wallSpans.at(at);
  return isFarInside(span, at)
    ? at + span.offset
    : at + Math.min(clock.offsetAt(at - NEAR_MS), clock.offsetAt(at + NEAR_MS));
}

/** By the rule, nothing that starts at this local time or later happens before `toMs`. */
export function latestWall(clock: Clock, stretch: Stretch<unknown>, toMs: Instant): WallMs {
  const at = Math.min(LATEST, stretch.untilId, toMs - stretch.shift + slackOf(stretch));
  const span = clock.wallSpans.at(at);
  return isFarInside(span, at)
    ? at + span.offset
    : at + Math.max(clock.offsetAt(at - NEAR_MS), clock.offsetAt(at + NEAR_MS));
}

/** No change of the clock is near the instant: all local times that could be meant have the offset of the span. */
const isFarInside = ({ from, until }: OffsetSpan, at: Instant): boolean =>
  at - NEAR_MS >= from && at + NEAR_MS < until;
