import { DAY_MS } from '../time/calendar-days.ts';

/**
 * The instances of one period of a rule (a month of MONTHLY, a week of WEEKLY), as every day with every time.
 * Both are in milliseconds and ascend; days count from the period's start, times from the day's.
 */
export interface Pattern {
  days: Float64Array;
  times: Float64Array;
}

export const EMPTY_PATTERN: Pattern = { days: new Float64Array(), times: new Float64Array() };

/** One time at the beginning. */
export const AT_ONCE = numbersOf([0]);

/** A typed array takes four times as long to take a list over by itself. */
export function numbersOf(list: readonly number[], factor = 1): Float64Array {
  const numbers = new Float64Array(list.length);
  for (let index = 0; index < list.length; index++) numbers[index] = (list[index] as number) * factor;
  return numbers;
}

/** The numbers in their order, each once. */
export function ascending(numbers: number[]): number[] {
  if (numbers.length < 2) return numbers;
  return numbers.sort((a, b) => a - b).filter((number, index) => number !== numbers[index - 1]);
}

/** Days as a pattern has them. */
export const inMs = (days: readonly number[]): Float64Array => numbersOf(days, DAY_MS);

export const sizeOf = ({ days, times }: Pattern): number => days.length * times.length;

/** Where the instance of that index lies, in milliseconds from the period's start. */
export const offsetAt = ({ days, times }: Pattern, index: number): number =>
  (days[Math.floor(index / times.length)] ?? 0) + (times[index % times.length] ?? 0);

/** How many instances of the period come before that offset from its start. */
export function sizeBefore({ days, times }: Pattern, offset: number): number {
  const day = firstAtLeast(days, offset - DAY_MS + 1);
  let size = day * times.length;
  for (let each = day; each < days.length && (days[each] ?? 0) < offset; each++)
    size += firstAtLeast(times, offset - (days[each] ?? 0));
  return size;
}

export function patternHas(pattern: Pattern, offset: number): boolean {
  const index = sizeBefore(pattern, offset);
  return index < sizeOf(pattern) && offsetAt(pattern, index) === offset;
}

/** The index of the first number that is not below the least; the numbers ascend. */
export function firstAtLeast(numbers: Float64Array, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The instances on the positions of BYSETPOS, counted from 1, or from the end when negative. */
export function atPositions(pattern: Pattern, positions: readonly number[]): Pattern {
  if (positions.length === 0) return pattern;
  const size = sizeOf(pattern);
  const indexes = positions.map((position) => (position > 0 ? position - 1 : size + position));
  const offsets = indexes
    .filter((index) => index >= 0 && index < size)
    .map((index) => offsetAt(pattern, index));
  return { days: numbersOf(ascending(offsets)), times: AT_ONCE };
}
