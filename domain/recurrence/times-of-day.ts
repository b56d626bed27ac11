import type { WallMs } from '../time/zone.ts';
import { DAY_MS, mod } from '../time/calendar-days.ts';
import { numbersOf } from './pattern.ts';
import type { RecurrenceRule } from './rule.ts';

/** The times of a day of a rule that goes by days or more, in milliseconds: BYHOUR, BYMINUTE and BYSECOND expand. */
export function timesOfDay(rule: RecurrenceRule, start: WallMs): Float64Array {
  const { byHour, byMinute, bySecond } = rule;
  if (byHour.length + byMinute.length + bySecond.length === 0) return numbersOf([timeOfStart(start)]);
  const minutes = timesOfHour(rule, start);
  return numbersOf(
    orStart(byHour, clockOf(start).hour).flatMap((each) => minutes.map((time) => each * 3_600_000 + time)),
  );
}

const timeOfStart = (start: WallMs): number => mod(start, DAY_MS) - mod(start, 1000);

/** The times of an hour of a rule that goes by hours or more. */
export function timesOfHour(rule: RecurrenceRule, start: WallMs): number[] {
  const seconds = timesOfMinute(rule, start);
  return orStart(rule.byMinute, clockOf(start).minute).flatMap((each) =>
    seconds.map((time) => each * 60_000 + time),
  );
}

/** The times of a minute of a rule that goes by minutes or more. */
export const timesOfMinute = (rule: RecurrenceRule, start: WallMs): number[] =>
  secondsNamed(orStart(rule.bySecond, clockOf(start).second)).map((second) => second * 1000);

/** Without leap seconds, a second 60 is the second 59 (RFC 5545 §3.3.12). */
export const secondsNamed = (seconds: readonly number[]): number[] => [
  ...new Set(seconds.map((second) => Math.min(second, 59))),
];

const orStart = (given: readonly number[], start: number): readonly number[] =>
  given.length === 0 ? [start] : given;

/** What DTSTART says where the rule does not. */
function clockOf(start: WallMs): { hour: number; minute: number; second: number } {
  const time = Math.floor(mod(start, DAY_MS) / 1000);
  return { hour: Math.floor(time / 3600), minute: Math.floor(time / 60) % 60, second: time % 60 };
}
