import type { Clock, WallMs } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';
import { DAY_MS } from '../time/calendar-days.ts';

/** A DATE or DATE-TIME as an event has it. */
export interface EventTime {
  wall: WallMs;
  /** Null: floating, so that whoever looks decides where; a DATE always is. */
  clock: Clock | null;
  allDay: boolean;
}

/** How long an instance lasts: days by the calendar first (nominal, RFC 5545 §3.3.6), then exact time. */
export interface EventDuration {
  days: number;
  ms: number;
}

/** @param floating where a floating time is looked at */
export const instantOfTime = ({ wall, clock }: EventTime, floating: Clock): Instant =>
  wall - (clock ?? floating).offsetOfWall(wall);

/** When what begins at that wall time ends. */
export function endOf(wall: WallMs, startMs: Instant, { days, ms }: EventDuration, clock: Clock): Instant {
  if (days === 0) return startMs + ms;
  const end = wall + days * DAY_MS;
  return end - clock.offsetOfWall(end) + ms;
}
