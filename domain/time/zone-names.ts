import { LRUCache } from 'lru-cache';
import type { Instant, TimeRange } from './instant.ts';
import { openZone } from './zone.ts';

/**
 * What Intl calls by the name that CLDR froze, and IANA calls otherwise since: the `iana` attributes of CLDR's
 * `timezone.xml` (48). Node tells none of them. A test looks whether Intl has more.
 */
const RENAMED: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Asking Intl costs as much as a hundred uses of the answer. */
const known = new LRUCache<string, string>({ max: 1_000 });

/** The name that IANA has for a zone today: of `Europe/Kiev`, `Europe/Kyiv`. Of no zone, what was given. */
export function todaysName(zone: string): string {
  const found = known.get(zone);
  if (found !== undefined) return found;
  if (openZone(zone) === null) return zone;
  const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions();
  const name = RENAMED[timeZone] ?? timeZone;
  known.set(zone, name);
  return name;
}

/** Every zone that a person may choose, by today's names, UTC first. */
export const ZONES: readonly string[] = [
  'UTC',
  ...new Set(
    Intl.supportedValuesOf('timeZone')
      .map((zone) => RENAMED[zone] ?? zone)
      .filter((zone) => zone !== 'UTC')
      .sort(),
  ),
];

/** The place that a zone is named after today: `Europe/Isle_of_Man` is "Isle of Man". */
export function placeOf(zone: string): string {
  const name = todaysName(zone);
  return name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** The offset in force at an instant, as in "UTC+2" or "UTC−3:30". */
export function offsetWords(ms: Instant, zone: string): string {
  const minutes = Math.round((openZone(zone)?.offsetAt(ms) ?? 0) / 60_000);
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/**
 * A zone as people read it, as in "Berlin, UTC+2". When the clocks change during the time, both offsets are told: its clocks
 * alone would not add up.
 */
export function zoneWords({ startMs, endMs }: TimeRange, zone: string): string {
  const offsets = [...new Set([startMs, endMs].map((ms) => offsetWords(ms, zone)))].join(' → ');
  return placeOf(zone) === offsets ? offsets : `${placeOf(zone)}, ${offsets}`;
}
