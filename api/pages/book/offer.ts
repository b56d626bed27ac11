import { dayAt } from '../../../domain/time/wall.ts';
import { monthOf, type DayNumber, type MonthNumber } from '../../../domain/time/calendar-days.ts';
import { windowOf, type OfferedSlot } from '../../../domain/booking/offer.ts';
import type { Instant } from '../../../domain/time/instant.ts';
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
  /** The month nearest before this one that has slots, where there is none after it; null: none was found. */
  nearest: MonthNumber | null;
  /** The next day that has slots, where the shown one has none; null: none was found. */
  nextDay: DayNumber | null;
  /** Until then it can be booked, in ms. */
  untilMs: Instant;
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
  if (shown.days.size > 0) return withNextDay(deps, page, shown);
  const next = await nextMonth(deps, page, month);
  // Who asked for no month wants to see one that has something.
  return wanted === null && next !== null
    ? monthWith(deps, page, next, null)
    : { ...shown, next, nearest: next === null ? await monthBefore(deps, page, month) : null };
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
    nearest: null,
    nextDay: null,
    untilMs: windowOf(eventType, clock, nowMs).endMs,
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

/** Whoever looks at a day without slots is led to the next one that has some. */
async function withNextDay(deps: ApiDeps, page: BookingPage, shown: OfferedMonth): Promise<OfferedMonth> {
  const { day, days, month } = shown;
  if (day === null || days.has(day)) return shown;
  const later = [...days.keys()].find((other) => other > day);
  return {
    ...shown,
    nextDay: later ?? (await firstDayAfter(deps, page, rangeOfMonth(page.clock, month).endMs)),
  };
}

/** The nearest month before one that has slots; else the first of all. */
async function monthBefore(
  deps: ApiDeps,
  { eventType, lengthMinutes, clock, nowMs }: BookingPage,
  before: MonthNumber,
): Promise<MonthNumber | null> {
  const endMs = Math.min(rangeOfMonth(clock, before).startMs, windowOf(eventType, clock, nowMs).endMs);
  const startMs = Math.max(nowMs, endMs - LONGEST_RANGE_DAYS * DAY_MS);
  if (startMs >= endMs) return null;
  const last = (await slotsFor(deps, eventType, lengthMinutes, { startMs, endMs })).at(-1);
  return last ? monthOf(dayAt(clock, last.startMs)) : null;
}

async function nextMonth(deps: ApiDeps, page: BookingPage, after: MonthNumber): Promise<MonthNumber | null> {
  const day = await firstDayAfter(deps, page, rangeOfMonth(page.clock, after).endMs);
  return day === null ? null : monthOf(day);
}

async function firstDayAfter(
  deps: ApiDeps,
  { eventType, lengthMinutes, clock }: BookingPage,
  startMs: Instant,
): Promise<DayNumber | null> {
  const range = { startMs, endMs: startMs + LONGEST_RANGE_DAYS * DAY_MS };
  const [first] = await slotsFor(deps, eventType, lengthMinutes, range);
  return first ? dayAt(clock, first.startMs) : null;
}
