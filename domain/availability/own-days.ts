import { DAY_MS, type DayNumber } from '../time/calendar-days.ts';
import type { Instant } from '../time/instant.ts';
import type { DaySpan } from './schedule.ts';

/** What a member, or an event type, may have of each that is to come: looking at all of it costs so much at most. */
export const MOST_TO_COME = {
  date_overrides: 1_000,
  vacations: 200,
  temporary_hours: 200,
  travels: 200,
} as const;

/** Schedules of a member. */
export const MOST_SCHEDULES = 100;

/** A vacation, and whatever else lasts from one day to another. */
export const LONGEST_SPAN_DAYS = 366;

/** What the clocks of the earliest zone are behind. */
const EARLIEST_ZONE_MS = 12 * 3_600_000;

/** The day that it still is somewhere: what ended before it is over for everybody. */
export const todayAnywhere = (nowMs: Instant): DayNumber => Math.floor((nowMs - EARLIEST_ZONE_MS) / DAY_MS);

/** What is wrong with days from one to another, for who sets them now. */
export type SpanProblem = 'ends-before' | 'too-long' | 'past';

/** @returns null: nothing is */
export function spanProblem({ firstDay, lastDay }: DaySpan, nowMs: Instant): SpanProblem | null {
  if (lastDay < firstDay) return 'ends-before';
  if (lastDay - firstDay >= LONGEST_SPAN_DAYS) return 'too-long';
  return lastDay < todayAnywhere(nowMs) ? 'past' : null;
}
