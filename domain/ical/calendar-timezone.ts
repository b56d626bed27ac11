import { textOf } from './jcal.ts';
import { parseObject } from './parse-object.ts';
import { zoneOf } from './read-time.ts';

/** No zone needs as many characters. */
const LONGEST = 100_000;

/**
 * Which zone a calendar with one VTIMEZONE names (CALDAV:calendar-timezone, RFC 4791 §5.2.2).
 *
 * @returns an IANA name; empty: the zone has none; null where there is no such calendar
 */
export function timezoneOf(text: string): string | null {
  const calendar = parseObject(text, { characters: LONGEST });
  if (typeof calendar === 'string') return null;
  const zones = calendar[2].filter(([name]) => name === 'vtimezone');
  const [zone] = zones;
  if (!zone || zones.length > 1) return null;
  const location = zone[1].find(([name]) => name === 'x-lic-location');
  const names = [textOf(zone, 'tzid'), location ? String(location[3]) : ''];
  for (const name of names) {
    const known = name === '' ? null : zoneOf(name);
    if (known) return known.name;
  }
  return '';
}
