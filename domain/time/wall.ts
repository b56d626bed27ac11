import { DAY_MS, type DayNumber } from './calendar-days.ts';
import type { Instant } from './instant.ts';
import { transitions } from './transitions.ts';
import { instantOf, wallAt, type Clock, type WallMs } from './zone.ts';

/** What a wall time is where the clocks are put forward and back. */
export type WallReading =
  | { kind: 'once'; instant: Instant }
  /** The clocks are turned back, and show it a second time. */
  | { kind: 'twice'; first: Instant; second: Instant }
  /** The clocks are put forward, and never show it; `end` is when they are. */
  | { kind: 'gap'; end: Instant };

/** No clock has been put forward or back by more. */
const AROUND_MS = 2 * 86_400_000;

/** When the clocks of a zone show a wall time, if they ever do (RFC 5545 §3.3.5 chooses one; this tells of all). */
export function readWall(clock: Clock, wall: WallMs): WallReading {
  const first = instantOf(clock, wall);
  if (wallAt(clock, first) !== wall) {
    const [change] = transitions(clock, first - AROUND_MS, first).slice(-1);
    return { kind: 'gap', end: change?.atMs ?? first };
  }
  const again = transitions(clock, first, first + AROUND_MS)
    .map(({ toMs }) => wall - toMs)
    .find((instant) => instant > first && wallAt(clock, instant) === wall);
  return again === undefined ? { kind: 'once', instant: first } : { kind: 'twice', first, second: again };
}

/** The day that a clock shows. */
export const dayAt = (clock: Clock, instant: Instant): DayNumber =>
  Math.floor(wallAt(clock, instant) / DAY_MS);

/** When a clock first shows a time; where it never does, when it is put past it. */
export function firstShown(clock: Clock, wall: WallMs): Instant {
  const instant = instantOf(clock, wall);
  if (wallAt(clock, instant) === wall) return instant;
  const reading = readWall(clock, wall);
  return reading.kind === 'gap' ? reading.end : instant;
}
