import type { WallMs } from '../ical/zone.ts';
import type { Pattern } from './pattern.ts';

/**
 * The periods of a rule from that of DTSTART on: every second month of `FREQ=MONTHLY;INTERVAL=2` is one. They are
 * counted, so that the period of any date is found by dividing and never by walking.
 */
export interface Periods {
  /** The index of the last period that begins at or before that time. */
  indexOf(wall: WallMs): number;
  startOf(index: number): WallMs;
  patternOf(index: number): Pattern;
  /** After this many periods the numbers of their instances repeat. */
  cycle: number;
}
