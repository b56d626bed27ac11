import { DAY_MS, firstDayOf, monthOf, weekdayOf, type DayNumber } from '../time/calendar-days.ts';
import type { Instant, TimeRange } from '../time/instant.ts';
import { intervalSet, type IntervalSet } from '../time/interval-set.ts';
import { dayAt, firstShown } from '../time/wall.ts';
import type { Clock } from '../time/zone.ts';

export const LIMIT_PERIODS = ['day', 'week', 'month'] as const;
export type LimitPeriod = (typeof LIMIT_PERIODS)[number];

/** The most that a limit of a member can say. */
export const MOST_OF_LIMIT = 100_000;

/** How much may begin within a day, a week (from Monday) or a month on the clocks of a zone. */
export interface Limit {
  per: LimitPeriod;
  of: 'bookings' | 'minutes';
  most: number;
}

/** What counts: whole meetings, without their buffers, in the period in which they begin. */
export type Counted = TimeRange;

const MINUTE_MS = 60_000;

/**
 * When no more may begin, since one more of that length would be too much.
 *
 * @param counted all that began in the periods that the range touches, also before it (`limitedRange`)
 * @param lengthMs of the slot
 */
export function closedBy(
  limits: readonly Limit[],
  counted: readonly Counted[],
  lengthMs: number,
  { clock, range }: { clock: Clock; range: TimeRange },
): IntervalSet {
  return intervalSet(limits.flatMap((limit) => closedByOne(limit, counted, lengthMs, { clock, range })));
}

function closedByOne(
  { per, of, most }: Limit,
  counted: readonly Counted[],
  lengthMs: number,
  { clock, range }: { clock: Clock; range: TimeRange },
): TimeRange[] {
  const amount = (ms: number): number => (of === 'bookings' ? 1 : ms / MINUTE_MS);
  const more = amount(lengthMs);
  if (more > most) return [range];
  const sums = new Map<DayNumber, number>();
  for (const { startMs, endMs } of counted) {
    const first = firstDayIn(per, clock, startMs);
    sums.set(first, (sums.get(first) ?? 0) + amount(endMs - startMs));
  }
  return [...sums]
    .filter(([, sum]) => sum + more > most)
    .map(([first]) => ({
      startMs: firstShown(clock, first * DAY_MS),
      endMs: firstShown(clock, firstDayAfter(per, first) * DAY_MS),
    }));
}

/** The range of all that counts for what begins in a range: whole periods. */
export function limitedRange(limits: readonly Limit[], clock: Clock, range: TimeRange): TimeRange {
  const widened = limits.map(({ per }) => ({
    startMs: firstShown(clock, firstDayIn(per, clock, range.startMs) * DAY_MS),
    endMs: firstShown(clock, firstDayAfter(per, firstDayIn(per, clock, range.endMs)) * DAY_MS),
  }));
  return {
    startMs: Math.min(range.startMs, ...widened.map(({ startMs }) => startMs)),
    endMs: Math.max(range.endMs, ...widened.map(({ endMs }) => endMs)),
  };
}

/** The day that the period begins with in which an instant lies. */
function firstDayIn(per: LimitPeriod, clock: Clock, instant: Instant): DayNumber {
  const day = dayAt(clock, instant);
  if (per === 'day') return day;
  return per === 'week' ? day - ((weekdayOf(day) + 6) % 7) : firstDayOf(monthOf(day));
}

function firstDayAfter(per: LimitPeriod, first: DayNumber): DayNumber {
  if (per === 'day') return first + 1;
  return per === 'week' ? first + 7 : firstDayOf(monthOf(first) + 1);
}
