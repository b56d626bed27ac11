import type { HolidaysRead } from '../../domain/feeds/holidays.ts';
import type { FeedProblem } from '../../domain/ical/read-feed.ts';
import type { DayNumber } from '../../domain/time/calendar-days.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Clock } from '../clock.ts';
import type { FeedFetchProblem, FeedReader, FeedUrls } from '../feed/fetching.ts';
import type { ReadingProblem } from '../reading-failures.ts';

/** Why a calendar of holidays cannot be read at all. */
export type HolidaysProblem =
  FeedProblem['code'] | ReadingProblem | 'not-a-calendar' | 'truncated' | 'no-days';

/** The first day that is looked at, and the first after it that is not. */
export interface HolidayWindow {
  fromDay: DayNumber;
  untilDay: DayNumber;
}

/** Reads the text of a calendar of holidays, within a budget of time and memory. */
export interface HolidayReader {
  /** @throws ReadingBusy */
  read(ics: string, window: HolidayWindow): Promise<HolidaysRead | HolidaysProblem>;
}

/** What calendars of holidays are read with, also when they are given by their address. */
export interface Holidays extends HolidayReader {
  reader: Pick<FeedReader, 'fetch'>;
  urls: FeedUrls;
}

/** A calendar that is read from its address now. */
export interface DueHolidays {
  id: string;
  tenantId: string;
  principalId: string;
  /** Whose fetches are counted together; no address. */
  owner: string;
  url: { sealed: Buffer; keyId: string };
  failingSinceMs: Instant | null;
}

/** The calendars that have an address. Whoever gives one another address, or takes it away, meanwhile is right. */
export interface HolidayStore {
  /** The one that has been due for longest; nobody else gets it before `againMs`. Null: none is due. */
  claimDue(nowMs: Instant, againMs: Instant): Promise<DueHolidays | null>;
  /** Days that are as they were are not touched. */
  write(due: DueHolidays, read: HolidaysRead, times: { nowMs: Instant; nextMs: Instant }): Promise<void>;
  /** Its days stay. */
  recordFailure(
    due: DueHolidays,
    problem: FeedFetchProblem | HolidaysProblem,
    times: { sinceMs: Instant; nextMs: Instant },
  ): Promise<void>;
}

export interface HolidayPorts {
  reader: Pick<FeedReader, 'fetch'>;
  holidays: HolidayReader;
  urls: Pick<FeedUrls, 'open'>;
  store: HolidayStore;
  clock: Clock;
}
