import { DAY_MS } from '../time/calendar-days.ts';
import type { Instant } from '../time/instant.ts';

/** What a host was given of an event type lately, and when last; null: nothing. */
export interface Turn {
  bookings: number;
  lastBookedMs: Instant | null;
}

/** By the ids of principals. */
export type Turns = ReadonlyMap<string, Turn>;

export const NO_TURN: Turn = { bookings: 0, lastBookedMs: null };

const REMEMBERED_DAYS = 90;

/** What was booked before counts for nobody, so that who is new in a round robin has to make up for no years. */
export const turnsSince = (nowMs: Instant): Instant => nowMs - REMEMBERED_DAYS * DAY_MS;
