import ICAL from 'ical.js';
import type { EventTime } from '../recurrence/event-time.ts';
import { UTC_CLOCK, type Clock } from '../time/zone.ts';
import { parameterOf, textOf, timeOf } from './jcal.ts';
import { knownClocks } from '../time/known-clocks.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import { calendarZones, clockOfTzid, zoneOf, type CalendarZones, type TimeProblem } from './read-time.ts';
import { tzidKey } from './tzid.ts';
import type { ZoneRules } from './vtimezone-rules.ts';

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
 * The clocks of each of a stream's calendars (RFC 5545 §3.4). A zone that one does not define is that of another: some
 * programs give each event a calendar of its own, and only the first has the VTIMEZONEs.
 *
 * @param floating where floating times are looked at unless the calendar says it by X-WR-TIMEZONE
 */
export function streamZones(calendars: readonly JcalComponent[], floating: Clock): FeedZones[] {
  const defined = calendars.map((calendar) => calendarZones(new ICAL.Component(calendar)));
  let anywhere: Map<string, ZoneRules> | undefined;
  const inStream = (tzid: string) => {
    // The first that defines it counts.
    anywhere ??= new Map(defined.toReversed().flatMap((zones) => [...zones.all()]));
    return anywhere.get(tzidKey(tzid));
  };
  return calendars.map((calendar, index) => {
    const own = defined[index] as CalendarZones;
    const get: CalendarZones['get'] =
      calendars.length === 1 ? own.get : (tzid) => own.get(tzid) ?? inStream(tzid);
    return feedZones(calendar, get, floating);
  });
}

function feedZones(calendar: JcalComponent, rulesOf: CalendarZones['get'], floating: Clock): FeedZones {
  const clockOf = knownClocks((tzid) => {
    const clock = clockOfTzid(tzid, rulesOf(tzid));
    return clock !== null && 'name' in clock && clock.name === 'UTC' ? UTC_CLOCK : clock;
  });
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
