import { DAY_MS, dayNumber, isDate } from '../time/calendar-days.ts';
import type { Until } from './rule.ts';

const UNTIL = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z)?)?$/;

/** The value of UNTIL: a DATE, a UTC DATE-TIME or a local one; null when it is none of them. */
export function parseUntil(text: string): Until | null {
  const [, year, month, day, hour, minute, second, utc] = UNTIL.exec(text) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (year === undefined || !isDate(y, m, d)) return null;
  const date = dayNumber(y, m, d) * DAY_MS;
  if (hour === undefined) return { kind: 'date', wall: date };
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null;
  const wall = date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return utc === undefined ? { kind: 'local', wall } : { kind: 'utc', at: wall };
}
