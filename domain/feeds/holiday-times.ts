import { todayAnywhere } from '../availability/own-days.ts';
import { DAY_MS, type DayNumber } from '../time/calendar-days.ts';
import type { Instant } from '../time/instant.ts';

/** So far ahead the days of a calendar are taken: five years. */
const DAYS_AHEAD = 1_827;
const AFTER_FAILURE_MS = 3_600_000;

/** Which days of a calendar are taken that is read now: from today on, wherever that is. */
export function holidayWindow(nowMs: Instant): { fromDay: DayNumber; untilDay: DayNumber } {
  const fromDay = todayAnywhere(nowMs);
  return { fromDay, untilDay: fromDay + DAYS_AHEAD };
}

/** When a calendar that could be read is read again: every day. */
export const nextReading = (nowMs: Instant): Instant => nowMs + DAY_MS;

/** When one is tried again that could not be read: every hour for a day, and then every day. */
export const readingAfterFailure = (nowMs: Instant, sinceMs: Instant): Instant =>
  nowMs + (nowMs - sinceMs < DAY_MS ? AFTER_FAILURE_MS : DAY_MS);
