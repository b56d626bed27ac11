import type { WallMs } from '../time/zone.ts';
import type { Instant } from '../time/instant.ts';
import { DAY_MS, LAST_WALL } from '../time/calendar-days.ts';
import { lastOfCount } from './count.ts';
import { dailyPeriods } from './daily.ts';
import { monthlyPeriods } from './monthly.ts';
import { offsetAt, patternHas, sizeBefore, sizeOf } from './pattern.ts';
import type { Periods } from './periods.ts';
import type { RecurrenceRule } from './rule.ts';
import { subDailyPeriods } from './sub-daily.ts';
import { weeklyPeriods } from './weekly.ts';
import { unlimitedWork, type Work } from './work.ts';
import { yearlyPeriods } from './yearly.ts';

/** A rule together with its DTSTART: the local times that it names, in order. */
export interface RuleWalls {
  periods: Periods;
  start: WallMs;
  /** DTSTART is an instance also where the rule does not name it (RFC 5545 §3.8.5.3). */
  startIsBeside: boolean;
  /** No later local time; exact but where UNTIL is an instant. */
  last: WallMs;
  /** UNTIL as an instant; Infinity when it is none. */
  until: Instant;
}

/** No clock is further from UTC than this. */
const FURTHEST_OFFSET = DAY_MS * 1.5;

/** @param allDay DTSTART is a DATE */
export function ruleWalls(
  rule: RecurrenceRule,
  start: WallMs,
  allDay: boolean,
  work: Work = unlimitedWork(),
): RuleWalls {
  const periods = periodsOf(rule, start, work);
  const counted = rule.count === null ? LAST_WALL : lastOfCount(periods, start, rule.count, work);
  const { last, until } = lastOfUntil(rule, allDay);
  return {
    periods,
    start,
    startIsBeside: !patternHas(periods.patternOf(0), start - periods.startOf(0)),
    last: Math.min(counted, last, LAST_WALL),
    until,
  };
}

function periodsOf(rule: RecurrenceRule, start: WallMs, work: Work): Periods {
  switch (rule.freq) {
    case 'YEARLY':
      return yearlyPeriods(rule, start, work);
    case 'MONTHLY':
      return monthlyPeriods(rule, start);
    case 'WEEKLY':
      return weeklyPeriods(rule, start);
    case 'DAILY':
      return dailyPeriods(rule, start);
    case 'HOURLY':
    case 'MINUTELY':
    case 'SECONDLY':
      return subDailyPeriods(rule, rule.freq, start, work);
  }
}

/**
 * A DATE means that whole day, also where DTSTART has a time. Days that end at midnight UTC are what Outlook makes of
 * a DATE.
 */
function lastOfUntil({ until }: RecurrenceRule, allDay: boolean): { last: WallMs; until: Instant } {
  if (until === null) return { last: Infinity, until: Infinity };
  if (until.kind === 'date') return { last: until.wall + DAY_MS - 1, until: Infinity };
  if (until.kind === 'local') return { last: until.wall, until: Infinity };
  if (allDay && until.at % DAY_MS === 0) return { last: until.at, until: Infinity };
  return { last: until.at + FURTHEST_OFFSET, until: until.at };
}

/** Whether the rule names that local time; UNTIL as an instant is not looked at. */
export function hasWall({ periods, start, last }: RuleWalls, wall: WallMs): boolean {
  if (wall < start || wall > last) return false;
  if (wall === start) return true;
  const index = periods.indexOf(wall);
  return patternHas(periods.patternOf(index), wall - periods.startOf(index));
}

/** The rule's first local time on the day that begins at `midnight`; null when it has none there. */
export function firstWallOn({ periods, start, last }: RuleWalls, midnight: WallMs): WallMs | null {
  if (start > last || midnight + DAY_MS <= start) return null;
  if (midnight <= start) return start;
  const index = periods.indexOf(midnight);
  const base = periods.startOf(index);
  const pattern = periods.patternOf(index);
  const position = sizeBefore(pattern, midnight - base);
  if (position === sizeOf(pattern)) return null;
  const wall = base + offsetAt(pattern, position);
  return wall < midnight + DAY_MS && wall <= last ? wall : null;
}
