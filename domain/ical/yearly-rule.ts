import type { RecurrenceRule } from '../recurrence/rule.ts';
import { wallMs, type WallMs } from '../time/zone.ts';

/** A day of the week as `Date.getUTCDay` counts it: Sunday is 0. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/**
 * Once a year at a wall time, as in time zone rules. The day is the nth weekday of the month (negative: from its
 * end), the weekday among seven days of it, or one day (negative: from its end).
 */
export interface YearlyRule {
  /** 1 to 12. */
  month: number;
  day:
    | { kind: 'nth'; weekday: Weekday; nth: number }
    | { kind: 'within'; weekday: Weekday; first: number }
    | { kind: 'date'; day: number };
  /** Milliseconds since midnight on the wall. */
  timeMs: number;
}

/** When the rule falls in `year`; null when that year has no such day. */
export function inYear(rule: YearlyRule, year: number): WallMs | null {
  const day = dayOfMonth(rule, year);
  return day === null ? null : wallMs(year, rule.month, day) + rule.timeMs;
}

function dayOfMonth({ month, day: rule }: YearlyRule, year: number): number | null {
  const days = daysInMonth(year, month);
  if (rule.kind === 'date') {
    const date = rule.day > 0 ? rule.day : days + 1 + rule.day;
    return date >= 1 && date <= days ? date : null;
  }
  const from = rule.kind === 'within' ? rule.first : rule.nth > 0 ? 1 : days - 6;
  const weekdayThere = new Date(wallMs(year, month, from)).getUTCDay();
  const hit = from + ((rule.weekday - weekdayThere + 7) % 7);
  const weeks = rule.kind === 'within' ? 0 : rule.nth > 0 ? rule.nth - 1 : rule.nth + 1;
  const day = hit + weeks * 7;
  return day >= 1 && day <= days ? day : null;
}

/** Whether there is a year without it. */
export function everyYear({ day }: YearlyRule): boolean {
  return day.kind === 'within' ? day.first <= 22 : Math.abs(day.kind === 'nth' ? day.nth : day.day / 7) <= 4;
}

/**
 * A recurrence rule of a time zone as a yearly one; null when it is none.
 *
 * @param startWall DTSTART, which says what the rule does not
 */
export function yearlyOf(rule: RecurrenceRule, startWall: WallMs): YearlyRule | null {
  const { freq, interval, byMonth, byWeekNo, byYearDay, byHour, byMinute, bySecond } = rule;
  const start = new Date(startWall);
  const [hour, minute, second] = [
    single(byHour, start.getUTCHours()),
    single(byMinute, start.getUTCMinutes()),
    single(bySecond, start.getUTCSeconds()),
  ];
  const month = single(byMonth, start.getUTCMonth() + 1);
  const day = dayOf(rule, start.getUTCDate());
  const isYearly = freq === 'YEARLY' || (freq === 'MONTHLY' && byMonth.length === 1);
  if (!isYearly || interval !== 1 || byWeekNo.length + byYearDay.length > 0) return null;
  if (month === null || day === null || hour === null || minute === null || second === null) return null;
  const yearly = { month, day, timeMs: ((hour * 60 + minute) * 60 + second) * 1000 };
  // Without a month the days are those of a year; a rule whose DTSTART is the day in its month means that.
  return byMonth.length === 1 || inYear(yearly, start.getUTCFullYear()) === startWall ? yearly : null;
}

/** Null: several. */
const single = (values: readonly number[], otherwise: number): number | null =>
  values.length > 1 ? null : (values[0] ?? otherwise);

function dayOf({ byDay, byMonthDay, bySetPos }: RecurrenceRule, startDay: number): YearlyRule['day'] | null {
  const [first = startDay] = byMonthDay;
  const [named] = byDay;
  const [position] = bySetPos;
  if (bySetPos.length > 1 || byDay.length > 1) return null;
  if (named === undefined)
    return byMonthDay.length > 1 || position !== undefined ? null : { kind: 'date', day: first };
  const weekday = named.weekday as Weekday;
  if (byMonthDay.length === 0) {
    const nth = named.nth === 0 ? position : position === undefined ? named.nth : undefined;
    return nth === undefined || Math.abs(nth) > 5 ? null : { kind: 'nth', weekday, nth };
  }
  const sevenInARow = byMonthDay.length === 7 && byMonthDay.every((day, index) => day === first + index);
  if (named.nth !== 0 || position !== undefined || !sevenInARow) return null;
  if (first === -7) return { kind: 'nth', weekday, nth: -1 };
  return first > 0 ? { kind: 'within', weekday, first } : null;
}

const daysInMonth = (year: number, month: number): number =>
  new Date(wallMs(year, month + 1, 0)).getUTCDate();

/** The rules that a change on this wall time could follow, the likeliest first. */
export function rulesThatFit(wall: WallMs): YearlyRule[] {
  const date = new Date(wall);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const weekday = date.getUTCDay() as Weekday;
  const days = daysInMonth(year, month);
  const candidates: YearlyRule['day'][] = [];
  if (day + 7 > days) candidates.push({ kind: 'nth', weekday, nth: -1 });
  candidates.push({ kind: 'nth', weekday, nth: Math.ceil(day / 7) });
  for (let first = Math.max(1, day - 6); first <= day && first + 6 <= days; first++) {
    candidates.push({ kind: 'within', weekday, first });
  }
  candidates.push({ kind: 'date', day });
  return candidates.map((rule) => ({ month, day: rule, timeMs: wall - wallMs(year, month, day) }));
}

/** The rule as an RRULE value (RFC 5545 §3.3.10). */
export function asRrule({ month, day: rule }: YearlyRule): string {
  const yearly = `FREQ=YEARLY;BYMONTH=${month}`;
  switch (rule.kind) {
    case 'nth':
      return `${yearly};BYDAY=${rule.nth}${WEEKDAYS[rule.weekday]}`;
    case 'within': {
      const days = Array.from({ length: 7 }, (_, index) => rule.first + index);
      return `${yearly};BYMONTHDAY=${days.join(',')};BYDAY=${WEEKDAYS[rule.weekday]}`;
    }
    case 'date':
      return `${yearly};BYMONTHDAY=${rule.day}`;
  }
}
