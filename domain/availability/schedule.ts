import { weekdayOf, type DayNumber } from '../time/calendar-days.ts';
import type { Clock } from '../time/zone.ts';

/**
 * Part of a day, in minutes since its midnight on the clocks of its zone: 540 to 1020 is nine to five. What passes
 * midnight ends beyond 1440, and belongs to the day on which it begins.
 */
export interface DayBlock {
  fromMinute: number;
  untilMinute: number;
}

/** The blocks of each day of the week; Sunday is the first, as `weekdayOf` counts. */
export type WeeklyHours = readonly (readonly DayBlock[])[];

/** From the first day to the last, both included. */
export interface DaySpan {
  firstDay: DayNumber;
  lastDay: DayNumber;
}

/** What is so on one day alone; no blocks: nothing can be booked then. */
export interface DateOverride {
  day: DayNumber;
  blocks: readonly DayBlock[];
}

/** Hours besides the weekly ones for a time: “Saturdays 9–12 for the next four weeks”. */
export interface TemporaryHours extends DaySpan {
  /** Days of the week; null: each. */
  weekdays: readonly number[] | null;
  blocks: readonly DayBlock[];
}

/** Where somebody is for some days; their hours are read on the clocks there. */
export interface Travel extends DaySpan {
  zone: Clock;
  /** The zone's IANA name, for whoever is told of it. */
  timezone?: string;
}

/** When a member can be booked for an event type, as they mean it: local times and days, not yet instants. */
export interface Schedule {
  zone: Clock;
  weekly: WeeklyHours;
  /** Of the event type alone, then of the member. */
  typeOverrides: readonly DateOverride[];
  memberOverrides: readonly DateOverride[];
  temporary: readonly TemporaryHours[];
  /** Vacation of the member and of the event type, and holidays. */
  away: readonly DaySpan[];
  travel: readonly Travel[];
}

/** What decides about a day, the most specific first: what stands before it in this list hides it. */
export type DayRule = 'type-override' | 'member-override' | 'temporary' | 'away' | 'weekly';

export interface DayHours {
  rule: DayRule;
  blocks: readonly DayBlock[];
}

/**
 * Answers for each day what can be booked, by the most specific that says something of it. Temporary hours are added to
 * what the week has, and are all there is on a day of vacation.
 */
export function daysOf(schedule: Schedule): (day: DayNumber) => DayHours {
  const ofType = byDay(schedule.typeOverrides);
  const ofMember = byDay(schedule.memberOverrides);
  return (day) => {
    const type = ofType.get(day);
    if (type) return { rule: 'type-override', blocks: type };
    const member = ofMember.get(day);
    if (member) return { rule: 'member-override', blocks: member };
    const isAway = schedule.away.some((span) => covers(span, day));
    const week = isAway ? [] : (schedule.weekly[weekdayOf(day)] ?? []);
    const added = schedule.temporary.filter(
      (hours) => covers(hours, day) && (hours.weekdays?.includes(weekdayOf(day)) ?? true),
    );
    if (added.length > 0)
      return { rule: 'temporary', blocks: [...week, ...added.flatMap(({ blocks }) => blocks)] };
    return { rule: isAway ? 'away' : 'weekly', blocks: week };
  };
}

/** On whose clocks a day is read. */
export const clockOn = ({ travel, zone }: Schedule, day: DayNumber): Clock =>
  travel.find((span) => covers(span, day))?.zone ?? zone;

/** The IANA name of the zone of a journey on a day; null: there is none, or nobody told its name. */
export const journeyOn = ({ travel }: Schedule, day: DayNumber): string | null =>
  travel.find((span) => covers(span, day))?.timezone ?? null;

/** Whether a day is one of them. */
export const covers = ({ firstDay, lastDay }: DaySpan, day: DayNumber): boolean =>
  firstDay <= day && day <= lastDay;

/** The first of a day counts: what is stored has one. */
const byDay = (overrides: readonly DateOverride[]): Map<DayNumber, readonly DayBlock[]> =>
  new Map(overrides.toReversed().map(({ day, blocks }) => [day, blocks]));
