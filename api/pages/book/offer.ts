import { dayAt } from '../../../domain/time/wall.ts';
import { monthOf, type DayNumber, type MonthNumber } from '../../../domain/time/calendar-days.ts';
import { windowOf, type OfferedSlot } from '../../../domain/booking/offer.ts';
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
  /** Nothing can be booked after it. */
  isLast: boolean;
}

const DAY_MS = 86_400_000;
/** Nothing can be booked further ahead. */
const MOST_MONTHS_AHEAD = 25;

/** What can be booked in the month that the address names; where it names none, in the first one that has slots. */
export async function offeredMonth(deps: ApiDeps, page: BookingPage): Promise<OfferedMonth> {
  const { asked, clock, nowMs } = page;
  const day = readDay(asked.day);
  const thisMonth = monthOf(dayAt(clock, nowMs));
  const wanted = readMonth(asked.month) ?? (day === null ? null : monthOf(day));
  const month = Math.min(Math.max(wanted ?? thisMonth, thisMonth), thisMonth + MOST_MONTHS_AHEAD);
  const shown = await monthWith(deps, page, month, day);
  if (shown.days.size > 0) return shown;
  const next = await nextMonth(deps, page, month);
  // Who asked for no month wants to see one that has something.
  return wanted === null && next !== null ? monthWith(deps, page, next, null) : { ...shown, next };
}

async function monthWith(
  deps: ApiDeps,
  page: BookingPage,
  month: MonthNumber,
  day: DayNumber | null,
): Promise<OfferedMonth> {
  const { clock, nowMs, eventType } = page;
  const days = await slotsOfMonth(deps, page, month);
  const [first = null] = days.keys();
  const chosen = day !== null && monthOf(day) === month ? day : first;
  return {
    month,
    days,
    day: days.size === 0 ? null : chosen,
    next: null,
    today: dayAt(clock, nowMs),
    isLast: rangeOfMonth(clock, month).endMs >= windowOf(eventType, clock, nowMs).endMs,
  };
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
