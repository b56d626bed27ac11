import ICAL from 'ical.js';
import { LRUCache } from 'lru-cache';
import type { Instant, TimeRange } from '../time/instant.ts';
import { textOf } from './jcal.ts';
import { knownClocks } from '../time/known-clocks.ts';
import type { JcalComponent } from './parse-calendars.ts';
import { readVtimezone, type ReadZone } from './read-vtimezone.ts';
import { ianaZone } from './windows-zones.ts';
import { tzidKey } from './tzid.ts';
import { offsetOf, writtenOffset } from './utc-offset.ts';
import { clockOfBoth, clockOfOffset, clockOfRules } from './vtimezone-clock.ts';
import type { ZoneRules } from './vtimezone-rules.ts';
import { instantOf, openZone, wallMs, type Clock, type WallMs, type Zone } from '../time/zone.ts';

/** A calendar's own zones. */
export interface CalendarZones {
  /** @param tzid in any writing */
  get: (tzid: string) => ReadZone | undefined;
  /** By `tzidKey`. */
  all: () => ReadonlyMap<string, ReadZone>;
  /** The clock that a TZID of this calendar means; null: nobody knows such a zone. */
  clockOf: (tzid: string) => Clock | null;
}

/** An event's time as instants. A floating one has no zone: its local fields are counted as if in UTC. */
export interface ReadTime extends TimeRange {
  floating: boolean;
  allDay: boolean;
}

export type TimeProblem = 'time-unreadable' | 'zone-unknown';

/** Read when the first of them is asked for. */
export function calendarZones(calendar: JcalComponent): CalendarZones {
  let zones: Map<string, ReadZone> | undefined;
  const all = () => (zones ??= zonesOf(calendar));
  const get = (tzid: string) => all().get(tzidKey(tzid));
  return { get, all, clockOf: knownClocks((tzid) => clockOfTzid(tzid, get(tzid)?.rules)) };
}

/** Of several of one TZID the last that can be followed. */
function zonesOf([, , components]: JcalComponent): Map<string, ReadZone> {
  const zones = new Map<string, ReadZone>();
  for (const component of components) {
    if (component[0] !== 'vtimezone') continue;
    const key = tzidKey(textOf(component, 'tzid'));
    const read = key === '' ? null : knownVtimezone(component);
    if (read && (read.rules !== null || !zones.get(key)?.rules)) zones.set(key, read);
  }
  return zones;
}

/** Programs write the same definition into each object, and to read it costs more than the rest of a short one. */
const knownVtimezones = new LRUCache<string, ReadZone>({ max: 200 });
/** A longer one is read each time, so that a hostile one is not kept. */
const LONGEST_KEPT = 20_000;

function knownVtimezone(component: JcalComponent): ReadZone {
  const key = JSON.stringify(component);
  const known = knownVtimezones.get(key);
  if (known) return known;
  const read = readVtimezone(component);
  if (key.length <= LONGEST_KEPT) knownVtimezones.set(key, read);
  return read;
}

/** A floating time as instants of `zone` (IANA); others as they are. */
export function resolveFloating(time: ReadTime, zone: string): TimeRange {
  const opened = time.floating ? openZone(zone) : null;
  const resolve = (ms: number) => (opened ? instantOf(opened, ms) : ms);
  return { startMs: resolve(time.startMs), endMs: resolve(time.endMs) };
}

/**
 * The time of an event: DTSTART with DTEND or DURATION. Without either a day lasts a day, and
 * anything else no time at all (RFC 5545 §3.6.1).
 *
 * @returns the problem's code when there is no usable time
 */
export function readTime(event: ICAL.Component, zones: CalendarZones): ReadTime | TimeProblem | null {
  const startProperty = event.getFirstProperty('dtstart');
  if (!startProperty) return null;
  const start = readMoment(startProperty, zones);
  if (typeof start === 'string') return start;
  const { floating, allDay } = start;
  const endMs = readEnd(event, start, zones);
  if (typeof endMs === 'string') return endMs;
  return { startMs: start.ms, endMs, floating, allDay };
}

interface Moment {
  ms: Instant;
  floating: boolean;
  allDay: boolean;
}

const DAY_MS = 86_400_000;

function readEnd(event: ICAL.Component, start: Moment, zones: CalendarZones): Instant | TimeProblem {
  const end = event.getFirstProperty('dtend');
  if (end) {
    const moment = readMoment(end, zones, event);
    if (typeof moment === 'string') return moment;
    // A day that ends where it starts is one day.
    return start.allDay && moment.ms === start.ms ? start.ms + DAY_MS : moment.ms;
  }
  const duration: unknown = event.getFirstPropertyValue('duration');
  if (duration instanceof ICAL.Duration) return start.ms + duration.toSeconds() * 1000;
  return start.allDay ? start.ms + DAY_MS : start.ms;
}

/**
 * The instant of a DATE or DATE-TIME property.
 *
 * @param of the event whose DTSTART has the zone, where the property has none
 */
export function readMoment(
  property: ICAL.Property,
  zones: CalendarZones,
  of?: ICAL.Component,
): Moment | TimeProblem {
  const time: unknown = property.getFirstValue();
  if (!(time instanceof ICAL.Time)) return 'time-unreadable';
  const wall = wallOf(time);
  if (!Number.isFinite(wall) || Math.abs(wall) > LAST_MS) return 'time-unreadable';
  if (time.isDate) return { ms: wall, floating: true, allDay: true };
  const tzid = tzidOf(property) ?? tzidOf(of?.getFirstProperty('dtstart'));
  if (time.zone === ICAL.Timezone.utcTimezone) return { ms: wall, floating: false, allDay: false };
  if (tzid === undefined) return { ms: wall, floating: true, allDay: false };
  const ms = inZone(tzid, wall, zones);
  if (ms === null) return 'zone-unknown';
  return Number.isFinite(ms) ? { ms, floating: false, allDay: false } : 'time-unreadable';
}

const tzidOf = (property: ICAL.Property | null | undefined): string | undefined =>
  property?.getFirstParameter('tzid');

/** The fields of an ical.js time, whatever its zone. */
const wallOf = (time: ICAL.Time): WallMs =>
  wallMs(time.year, time.month, time.day, time.hour, time.minute, time.second);

/** The end of what PostgreSQL, Temporal and JavaScript all agree on is beyond every meeting: the year 9999. */
const LAST_MS = Date.UTC(9999, 11, 31, 23, 59, 59);

function inZone(tzid: string, wall: number, zones: CalendarZones): Instant | null {
  const clock = zones.clockOf(tzid);
  return clock && instantOf(clock, wall);
}

/**
 * The clock that a TZID means: what the calendar says of the zone, which is what its program went by, and the name.
 *
 * @param rules of the calendar's own VTIMEZONE
 * @returns null when nobody knows such a zone
 */
export function clockOfTzid(tzid: string, rules: ZoneRules | null | undefined): Clock | null {
  const zone = zoneOf(tzid);
  if (!rules) return zone ?? fixedClock(tzid);
  return zone === null ? clockOfRules(rules) : clockOfBoth(rules, zone);
}

/** No zone is called `GMT+05:30`, and nobody doubts what it means. */
function fixedClock(tzid: string): Clock | null {
  const name = tzid.replace(/["']/g, '');
  const offset = /^\s*(?:GMT|UTC)?\s?[+-]/i.test(name) ? offsetOf(writtenOffset(name)) : null;
  return offset === null ? null : clockOfOffset(offset);
}

/** Asking Intl what a name means costs more than the rest of an answer. */
const meantZones = new LRUCache<string, { zone: Zone | null }>({ max: 1_000 });

/** The zone that a TZID means by its name alone; null when there is none. */
export function zoneOf(tzid: string): Zone | null {
  const known = meantZones.get(tzid);
  if (known) return known.zone;
  const name = ianaZone(tzid);
  const zone = name === null ? null : openZone(name);
  meantZones.set(tzid, { zone });
  return zone;
}
