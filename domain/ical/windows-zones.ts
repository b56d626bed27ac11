import { findIana } from 'windows-iana';
import { openZone } from '../time/zone.ts';
import { withoutEdges } from './text.ts';

/**
 * The IANA name that a calendar's TZID means; null when it cannot be told. Takes IANA names in any case, with a
 * vendor's prefix (`/mozilla.org/20050126_1/Europe/Berlin`), Windows names (`W. Europe Standard Time`, also as
 * Lotus Notes shortens them), display names (`(UTC+01:00) Amsterdam, Berlin, …`), offsets (`GMT+0100`), in quotes or not.
 *
 * @param knownCities zones to look cities of a display name up in; Intl's own list unless given
 */
export function ianaZone(tzid: string, knownCities?: readonly string[]): string | null {
  const name = withoutEdges(tzid.trim(), /["']/).trim();
  if (name === '' || name.length > 200) return null;
  return (
    namedZone(name) ??
    windowsZone(name) ??
    prefixedZone(name) ??
    displayedZone(name, knownCities) ??
    offsetZone(name)
  );
}

function namedZone(name: string): string | null {
  if (/^(utc|gmt|z|zulu|uct|universal)$/i.test(name)) return 'UTC';
  return openZone(name) && canonicalCase(name);
}

/** The IANA spelling: Intl takes names in any case, and other readers may not. */
function canonicalCase(name: string): string {
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
  // An alias stays what it is; Intl would name the zone that it stands for.
  return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
}

/** Unicode's table (CLDR windowsZones), by way of windows-iana: kept in step with Windows by its maintainers. */
function windowsZone(name: string): string | null {
  for (const candidate of [
    name,
    `${name} Standard Time`,
    name.replace(/ Daylight Time$/i, ' Standard Time'),
  ]) {
    const found = findIana(candidate);
    const known = found.find((zone) => openZone(zone) !== null);
    if (known !== undefined) return known;
  }
  return null;
}

function prefixedZone(name: string): string | null {
  const segments = name.split('/').filter((segment) => segment !== '');
  for (const length of [3, 2]) {
    const tail = segments.slice(-length).join('/');
    if (segments.length > length && openZone(tail)) return tail;
  }
  return null;
}

const DISPLAY_NAME = /^\((?:UTC|GMT)\s*([+-]\d{1,2}:?\d{2})?\)\s*(.*)$/i;

/** The first city of `(UTC+01:00) Amsterdam, Berlin` that is a zone of that standard offset; else the bare offset. */
function displayedZone(name: string, knownCities?: readonly string[]): string | null {
  const [, offset, places] = DISPLAY_NAME.exec(name) ?? [];
  if (places === undefined) return null;
  const minutes = offsetMinutes(offset ?? '+00:00') ?? 0;
  const zones = knownCities ?? Intl.supportedValuesOf('timeZone');
  for (const place of places.split(/[,&]/)) {
    const city = place.trim().replace(/\s+/g, '_').toLowerCase();
    const found = zones.find(
      (zone) => zone.toLowerCase().endsWith(`/${city}`) && standardMinutes(zone) === minutes,
    );
    if (city !== '' && found !== undefined) return found;
  }
  return windowsZone(places) ?? fixedZone(minutes);
}

/** A year whose rules display names were written for. */
const [JANUARY, JULY] = [Date.UTC(2025, 0, 1), Date.UTC(2025, 6, 1)];

function standardMinutes(name: string): number | null {
  const zone = openZone(name);
  return zone && Math.min(zone.offsetAt(JANUARY), zone.offsetAt(JULY)) / 60_000;
}

function offsetZone(name: string): string | null {
  const offset = /^(?:UTC|GMT)?\s*([+-]\d{1,2}:?\d{2}|[+-]\d{1,2})$/i.exec(name)?.[1];
  const minutes = offset === undefined ? null : offsetMinutes(offset);
  return minutes === null ? null : fixedZone(minutes);
}

function offsetMinutes(text: string): number | null {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text) ?? [];
  if (hours === undefined) return null;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}

/** POSIX counts westward: UTC+1 is `Etc/GMT-1`. There are none with minutes. */
function fixedZone(minutes: number): string | null {
  if (minutes === 0) return 'UTC';
  const name = `Etc/GMT${minutes > 0 ? '-' : '+'}${Math.abs(minutes) / 60}`;
  return openZone(name) && name;
}
