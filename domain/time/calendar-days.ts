/** Days since 1970-01-01 in the Gregorian calendar, also before its time. */
export type DayNumber = number;

/** Months since January of the year 0. */
export type MonthNumber = number;

export const DAY_MS = 86_400_000;

/** The Gregorian calendar repeats after this many days, months and years; the days are whole weeks. */
export const CYCLE_DAYS = 146_097;
export const CYCLE_MONTHS = 4_800;
export const CYCLE_YEARS = 400;

/** Of a month in the mean. */
const MONTH_DAYS = CYCLE_DAYS / CYCLE_MONTHS;

/** From the year 0 to 1970, which is where a cycle begins. */
const YEAR_ZERO_DAYS = 719_528;

/** The day that the month begins with. */
export function firstDayOf(month: MonthNumber): DayNumber {
  const index = month - FIRST_KEPT_MONTH;
  return index >= 0 && index < FIRST_DAYS.length ? (FIRST_DAYS[index] as number) : calculated(month);
}

function calculated(month: MonthNumber): DayNumber {
  // A year that begins in March has its odd day at its end.
  const fromMarch = month - 2;
  const year = Math.floor(fromMarch / 12);
  const inYear = fromMarch - year * 12;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + Math.floor((153 * inYear + 2) / 5) + 60 - YEAR_ZERO_DAYS;
}

/** The month of a day. */
export function monthOf(day: DayNumber): MonthNumber {
  const guess = Math.floor(day / MONTH_DAYS);
  if (guess < 1 || guess > FIRST_DAYS.length - 3) return calculatedMonth(day);
  if (day < (FIRST_DAYS[guess] as number)) return FIRST_KEPT_MONTH + guess - 1;
  return FIRST_KEPT_MONTH + (day < (FIRST_DAYS[guess + 1] as number) ? guess : guess + 1);
}

function calculatedMonth(day: DayNumber): MonthNumber {
  const days = day + YEAR_ZERO_DAYS - 60;
  const cycle = Math.floor(days / CYCLE_DAYS);
  const inCycle = days - cycle * CYCLE_DAYS;
  const year = Math.floor(
    (inCycle - Math.floor(inCycle / 1460) + Math.floor(inCycle / 36524) - Math.floor(inCycle / 146096)) / 365,
  );
  const inYear = inCycle - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  return (cycle * 400 + year) * 12 + Math.floor((5 * inYear + 2) / 153) + 2;
}

export const dayNumber = (year: number, month: number, day: number): DayNumber =>
  firstDayOf(year * 12 + month - 1) + day - 1;

/** As `Date.getUTCDay` counts: Sunday is 0, and 1970-01-01 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  const weekday = (day + 4) % 7;
  return weekday < 0 ? weekday + 7 : weekday;
}

export const daysIn = (month: MonthNumber): number => firstDayOf(month + 1) - firstDayOf(month);

/** Whether there is that day: a 31st of June there is not. Months count from 1. */
export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year * 12 + month - 1);

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Months of one shape, of which there are 28, have the same days of the week on the same dates. */
export const shapeOfMonth = (month: MonthNumber): number =>
  (daysIn(month) - 28) * 7 + weekdayOf(firstDayOf(month));

/** So have years; which of a year and its neighbours is a leap year counts, since their weeks reach into it. */
export function shapeOfYear(january: MonthNumber): number {
  const year = january / 12;
  const leaps = isLeapYear(year) ? 1 : isLeapYear(year - 1) ? 2 : isLeapYear(year + 1) ? 3 : 0;
  return leaps * 7 + weekdayOf(firstDayOf(january));
}

/** The remainder that is never negative. */
export function mod(value: number, by: number): number {
  const rest = value % by;
  return rest < 0 ? rest + by : rest + 0;
}

export const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

/** The last moment that RFC 3339 and RFC 5545 can write. */
export const LAST_WALL = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Most of what is asked for is near today, and looking up takes a fifth of the time. */
const FIRST_KEPT_MONTH = 1970 * 12;
const FIRST_DAYS = Int32Array.from({ length: 200 * 12 }, (_, index) => calculated(FIRST_KEPT_MONTH + index));
