import type { ReadingProblem } from '../../activities/reading-failures.ts';
import type { HolidaysRead } from '../../domain/feeds/holidays.ts';
import type { FeedProblem } from '../../domain/ical/read-feed.ts';
import type { DayNumber } from '../../domain/time/calendar-days.ts';

/** Why a calendar of holidays cannot be read at all. */
export type HolidaysProblem = FeedProblem['code'] | ReadingProblem | 'not-a-calendar' | 'truncated';

/** Reads what somebody hands in as a calendar of holidays, within a budget of time and memory. */
export interface HolidayReader {
  /** @throws ReadingBusy */
  read(
    ics: string,
    window: { fromDay: DayNumber; untilDay: DayNumber },
  ): Promise<HolidaysRead | HolidaysProblem>;
}
