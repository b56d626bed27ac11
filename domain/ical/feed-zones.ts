import type { EventTime } from '../recurrence/event-time.ts';
import { UTC_CLOCK, type Clock, type WallMs, type Zone } from '../time/zone.ts';
import { parameterOf, textOf, timeOf } from './jcal.ts';
import { knownClocks } from '../time/known-clocks.ts';
import type { JcalComponent, JcalProperty } from './parse-calendars.ts';
import { calendarZones, clockOfTzid, zoneOf, type CalendarZones, type TimeProblem } from './read-time.ts';
import type { ReadZone, ZoneProblem } from './read-vtimezone.ts';
import { tzidKey } from './tzid.ts';
import { fits } from './vtimezone-clock.ts';
import { onlyOffset, type ZoneRules } from './vtimezone-rules.ts';

/** The clocks of one calendar. */
export interface FeedZones {
  /** Where floating times and days are looked at. */
  floating: Clock;
  /** The calendar's own X-WR-TIMEZONE; null when it has none that is known. */
  calendarZone: string | null;
  /** Null: nobody knows a zone of that TZID. */
  clockOf(tzid: string): Clock | null;
  /** The calendar defines the zone with one season only, so that its name counts, which then has another offset. */
  differs(tzid: string, wall: WallMs): boolean;
}

/**
 * The clocks of each of a stream's calendars (RFC 5545 §3.4). A zone that one does not define is that of another: some
 * programs give each event a calendar of its own, and only the first has the VTIMEZONEs.
 *
 * @param floating where floating times are looked at unless the calendar says it by X-WR-TIMEZONE
 * @param report is told of what is wrong with the definition of a zone that is used, each once
 */
export function streamZones(
  calendars: readonly JcalComponent[],
  floating: Clock,
  report: (problem: ZoneProblem) => void,
): FeedZones[] {
  const defined = calendars.map(calendarZones);
  let anywhere: Map<string, ReadZone> | undefined;
  const inStream = (tzid: string) => {
    // The first that defines it counts.
    anywhere ??= new Map(
      defined.toReversed().flatMap((zones) => [...zones.all()].filter(([, { rules }]) => rules !== null)),
    );
    return anywhere.get(tzidKey(tzid));
  };
  const told = new Set<string>();
  const tellOnce = (problem: ZoneProblem) => {
    const key = `${problem.code} ${problem.property}`;
    if (!told.has(key)) report(problem);
    told.add(key);
  };
  return calendars.map((calendar, index) => {
    const own = defined[index] as CalendarZones;
    const get: CalendarZones['get'] = (tzid) => {
      const zone = own.get(tzid);
      zone?.problems.forEach(tellOnce);
      return zone?.rules || calendars.length === 1 ? zone : inStream(tzid);
    };
    return feedZones(calendar, get, floating);
  });
}

/**
 * The clocks of a calendar that stands alone and whose own X-WR-TIMEZONE does not count.
 *
 * @param floating where floating times and days are looked at
 */
export function objectZones(calendar: JcalComponent, floating: Clock): ObjectZones {
  const { get } = calendarZones(calendar);
  const rulesOf = (tzid: string) => get(tzid)?.rules ?? null;
  return { ...feedZones(calendar, get, floating), floating, rulesOf };
}

/** With what its VTIMEZONE says of each. */
export interface ObjectZones extends FeedZones {
  /** Null: the calendar does not define it, or not so that it can be followed. */
  rulesOf: (tzid: string) => ZoneRules | null;
}

function feedZones(calendar: JcalComponent, definitionOf: CalendarZones['get'], floating: Clock): FeedZones {
  const clockOf = knownClocks((tzid) => {
    const clock = clockOfTzid(tzid, definitionOf(tzid)?.rules);
    return clock !== null && 'name' in clock && clock.name === 'UTC' ? UTC_CLOCK : clock;
  });
  const seasons = new Map<string, OneSeason | null>();
  const named = textOf(calendar, 'x-wr-timezone').trim();
  const calendarZone = named === '' ? null : (zoneOf(named)?.name ?? null);
  return {
    floating: (calendarZone === null ? null : clockOf(calendarZone)) ?? floating,
    calendarZone,
    clockOf,
    differs(tzid, wall) {
      let season = seasons.get(tzid);
      if (season === undefined) seasons.set(tzid, (season = oneSeason(tzid, definitionOf)));
      return season !== null && !fits(season.offset, season.zone, wall);
    },
  };
}

interface OneSeason {
  offset: number;
  zone: Zone;
}

/** The only offset of a zone that is defined with one season and whose name is known; null of others. */
function oneSeason(tzid: string, definitionOf: CalendarZones['get']): OneSeason | null {
  const rules = definitionOf(tzid)?.rules;
  const offset = rules ? onlyOffset(rules) : null;
  const zone = offset === null ? null : zoneOf(tzid);
  return offset === null || zone === null ? null : { offset, zone };
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
