import type { FeedEvent } from '../ical/feed-event.ts';
import type { FeedSeries } from '../ical/feed-series.ts';
import { readFeed, type FeedProblem } from '../ical/read-feed.ts';
import { cleanLine } from '../ical/text.ts';
import { instancesBetween } from '../recurrence/instances.ts';
import type { Instance } from '../recurrence/set.ts';
import { DAY_MS, type DayNumber } from '../time/calendar-days.ts';
import { dayAt } from '../time/wall.ts';

export interface Holiday {
  day: DayNumber;
  /** What the first event of that day is called; empty: nobody says. */
  name: string;
}

export interface HolidaysRead {
  /** By their day, each once. */
  days: Holiday[];
  /** False: there are more than are taken. */
  complete: boolean;
  /** How much of the calendar could not be read. */
  problems: number;
}

/** Days of one calendar that are kept. */
const MOST_DAYS = 1_000;
/** Of all events together, also where they share days: a thousand that last for years are looked at no longer than one. */
const MOST_LOOKED_AT = 100_000;
/** Of one series. */
const MOST_INSTANCES = 2_000;
const LONGEST_NAME = 200;

const WHOLLY_UNREADABLE = new Set<FeedProblem['code']>([
  'no-calendar',
  'calendar-too-large',
  'too-many-components',
]);

/**
 * The days of a calendar's all-day events, whether or not they say that they take time (RFC 5545 §3.8.2.7): those of holidays mostly
 * say that they do not. A day is that date wherever one is (§3.3.4); what has a time of day is none. Takes time like reading a feed,
 * and a bounded one beyond it.
 *
 * @param window the first day that is looked at, and the first after it that is not
 * @returns the problem's code when it is no calendar that can be read
 */
export function readHolidays(
  text: string,
  window: { fromDay: DayNumber; untilDay: DayNumber },
): HolidaysRead | FeedProblem['code'] {
  const feed = readFeed(text);
  const unreadable = feed.problems.find(({ code }) => WHOLLY_UNREADABLE.has(code));
  if (unreadable) return unreadable.code;
  const names = new Map<DayNumber, string>();
  let left = MOST_LOOKED_AT;
  let complete = true;
  for (const series of feed.series) {
    // A day begins in some zone before it does in UTC, and ends in another after.
    const [fromMs, toMs] = [(window.fromDay - 1) * DAY_MS, (window.untilDay + 1) * DAY_MS];
    const found = instancesBetween(series.set, fromMs, toMs, { limit: Math.min(left, MOST_INSTANCES) });
    complete &&= found.complete;
    for (const instance of found.instances) {
      const event = eventOf(series, instance);
      if (!event?.start.allDay) continue;
      const { first, last } = daysOf(series, instance);
      for (let day = Math.max(first, window.fromDay); day <= last && day < window.untilDay; day += 1) {
        if (--left < 0) break;
        if (!names.has(day)) names.set(day, nameOf(event));
      }
    }
  }
  const days = [...names].map(([day, name]) => ({ day, name })).sort((one, other) => one.day - other.day);
  return {
    days: days.slice(0, MOST_DAYS),
    complete: complete && left >= 0 && days.length <= MOST_DAYS,
    problems: feed.problems.length,
  };
}

const eventOf = ({ master }: FeedSeries, { override }: Instance<FeedEvent>): FeedEvent | null =>
  override ?? master;

/** An event that takes no time is on the day on which it begins (RFC 5545 §3.6.1). */
function daysOf(
  { set: { clock } }: FeedSeries,
  { startMs, endMs }: Instance,
): { first: DayNumber; last: DayNumber } {
  const first = dayAt(clock, startMs);
  return { first, last: Math.max(first, dayAt(clock, endMs - 1)) };
}

/** A pair of surrogates is one character. */
const nameOf = ({ summary }: FeedEvent): string =>
  cleanLine(summary)
    .slice(0, LONGEST_NAME)
    .replace(/[\ud800-\udbff]$/, '');
