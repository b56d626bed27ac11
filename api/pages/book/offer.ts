import { dayAt } from '../../../domain/time/wall.ts';
import { monthOf, type DayNumber, type MonthNumber } from '../../../domain/time/calendar-days.ts';
import type { OfferedSlot } from '../../../domain/booking/offer.ts';
import { slotsFor, LONGEST_RANGE_DAYS } from '../../../queries/slots.ts';
import type { ApiDeps } from '../../deps.ts';
import { rangeOfMonth, readDay, readMonth } from './month.ts';
import type { BookingPage } from './context.ts';

/** A month as its page shows it. */
export interface OfferedMonth {
  month: MonthNumber;
  /** The slots of each of its days that has any, on the reader's clock. */
  days: ReadonlyMap<DayNumber, readonly OfferedSlot[]>;
  /** The one whose slots are shown: the chosen one, else the first that has some; null: there is none. */
  day: DayNumber | null;
  /** The next month that has slots, where this one has none; null: none was found. */
  next: MonthNumber | null;
  /** Today, on the reader's clock. */
  today: DayNumber;
}

const DAY_MS = 86_400_000;
/** Nothing can be booked further ahead. */
const MOST_MONTHS_AHEAD = 25;

/** What can be booked in the month that the address names; where it names none, in the first one that has slots. */
export async function offeredMonth(deps: ApiDeps, page: BookingPage): Promise<OfferedMonth> {
  const { asked, clock, nowMs } = page;
  const today = dayAt(clock, nowMs);
  const day = readDay(asked.day);
  const thisMonth = monthOf(today);
  const wanted = readMonth(asked.month) ?? (day === null ? null : monthOf(day));
  const month = Math.min(Math.max(wanted ?? thisMonth, thisMonth), thisMonth + MOST_MONTHS_AHEAD);
  const days = await slotsOfMonth(deps, page, month);
  if (days.size > 0) {
    const [first = null] = days.keys();
    return { month, days, day: day !== null && monthOf(day) === month ? day : first, next: null, today };
  }
  const next = await nextMonth(deps, page, month);
  // Who asked for no month wants to see one that has something.
  if (wanted === null && next !== null) {
    const found = await slotsOfMonth(deps, page, next);
    const [first = null] = found.keys();
    return { month: next, days: found, day: first, next: null, today };
  }
  return { month, days, day: null, next, today };
}

async function slotsOfMonth(
  deps: ApiDeps,
  { eventType, lengthMinutes, clock }: BookingPage,
  month: MonthNumber,
): Promise<Map<DayNumber, OfferedSlot[]>> {
  const days = new Map<DayNumber, OfferedSlot[]>();
  for (const slot of await slotsFor(deps, eventType, lengthMinutes, rangeOfMonth(clock, month))) {
    const day = dayAt(clock, slot.startMs);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return days;
}

async function nextMonth(
  deps: ApiDeps,
  { eventType, lengthMinutes, clock }: BookingPage,
  after: MonthNumber,
): Promise<MonthNumber | null> {
  const { endMs } = rangeOfMonth(clock, after);
  const range = { startMs: endMs, endMs: endMs + LONGEST_RANGE_DAYS * DAY_MS };
  const [first] = await slotsFor(deps, eventType, lengthMinutes, range);
  return first ? monthOf(dayAt(clock, first.startMs)) : null;
}
