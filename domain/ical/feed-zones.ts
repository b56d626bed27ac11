import ICAL from 'ical.js';
import { UTC_CLOCK, type EventTime } from '../recurrence/event-time.ts';
import { parameterOf, textOf, timeOf } from './jcal.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import { calendarZones, zoneOf, type TimeProblem } from './read-time.ts';
import { clockOfRules } from './vtimezone-clock.ts';
import type { Clock } from './zone.ts';

/** The clocks of one calendar. */
export interface FeedZones {
  /** Where floating times and days are looked at. */
  floating: Clock;
  /** The calendar's own X-WR-TIMEZONE; null when it has none that is known. */
  calendarZone: string | null;
  /** Null: nobody knows a zone of that TZID. */
  clockOf(tzid: string): Clock | null;
}

/**
 * A TZID counts by its name first, IANA's or Windows': a feed's own VTIMEZONE often ends with the year of the export,
 * and a series goes on. Names that nobody else knows are what the VTIMEZONE is for.
 *
 * @param floating where floating times are looked at unless the calendar says it by X-WR-TIMEZONE
 */
export function feedZones(calendar: JcalComponent, floating: Clock): FeedZones {
  const own = calendarZones(new ICAL.Component(calendar));
  const known = new Map<string, Clock | null>();
  const find = (tzid: string): Clock | null => {
    const byName = zoneOf(tzid);
    if (byName) return byName.name === 'UTC' ? UTC_CLOCK : byName;
    const rules = own.get(tzid) ?? own.get(tzid.replace(/^["']|["']$/g, ''));
    return rules ? clockOfRules(rules) : null;
  };
  const clockOf = (tzid: string) => {
    let clock = known.get(tzid);
    if (clock === undefined) known.set(tzid, (clock = find(tzid)));
    return clock;
  };
  const named = textOf(calendar, 'x-wr-timezone').trim();
  const calendarZone = named === '' ? null : (zoneOf(named)?.name ?? null);
  return {
    floating: (calendarZone === null ? null : clockOf(calendarZone)) ?? floating,
    calendarZone,
    clockOf,
  };
}

/** A DATE or DATE-TIME of a property with its zone. */
export function eventTime(property: JcalProperty, value: unknown, zones: FeedZones): EventTime | TimeProblem {
  const time = timeOf(value);
  if (time === null) return 'time-unreadable';
  const { wall, utc, allDay } = time;
  if (allDay) return { wall, clock: null, allDay };
  if (utc) return { wall, clock: UTC_CLOCK, allDay };
  const tzid = parameterOf(property, 'tzid');
  const clock = tzid === null ? null : zones.clockOf(tzid);
  return tzid !== null && clock === null ? 'zone-unknown' : { wall, clock, allDay };
}
