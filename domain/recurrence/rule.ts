import type { WallMs } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';

export type Frequency = 'SECONDLY' | 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** A day of the week as `Date.getUTCDay` counts it: Sunday is 0. */
export const WEEKDAY_NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** `-1FR` is the last Friday: nth -1; `FR` is every Friday: nth 0. */
export interface OrdinalDay {
  weekday: number;
  nth: number;
}

/** The last moment of a rule, inclusive, as it is written: a DATE, a UTC time, or a local time. */
export type Until =
  { kind: 'date'; wall: WallMs } | { kind: 'utc'; at: Instant } | { kind: 'local'; wall: WallMs };

/** An RRULE or EXRULE (RFC 5545 §3.3.10), read once. A part that is not given is an empty list. */
export interface RecurrenceRule {
  freq: Frequency;
  interval: number;
  count: number | null;
  until: Until | null;
  /** The day that weeks begin with; Monday unless given. */
  wkst: number;
  bySecond: readonly number[];
  byMinute: readonly number[];
  byHour: readonly number[];
  byDay: readonly OrdinalDay[];
  byMonthDay: readonly number[];
  byYearDay: readonly number[];
  byWeekNo: readonly number[];
  byMonth: readonly number[];
  bySetPos: readonly number[];
}
