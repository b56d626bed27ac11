import ICAL from 'ical.js';
import type { DateTime } from 'luxon';

export const zoneNamed = (component: ICAL.Component): ICAL.Timezone => new ICAL.Timezone(component);

/** The instant that ical.js reads a local time as, by a VTIMEZONE's rules. */
export function timeOfRules(zone: ICAL.Timezone, local: DateTime): number {
  const { year, month, day, hour, minute, second } = local;
  const time = ICAL.Time.fromData({ year, month, day, hour, minute, second, isDate: false }, zone);
  return time.toUnixTime() * 1000;
}
