import { openZone } from '../../domain/time/zone.ts';
import { todaysName, zoneWords } from '../../domain/time/zone-names.ts';
import type { Instant, TimeRange } from '../../domain/time/instant.ts';
import type { Wording } from '../texts/texts.ts';
import { clockRange, formatInstant, formatMoment } from '../texts/times.ts';

/** A time in one zone, as people read it. */
export interface TimeInZone {
  /** "Tuesday, 24 November 2026". */
  day: string;
  /** "15:00 – 15:45", with the day of the end where that is another one. */
  clock: string;
  /** "Berlin, UTC+1", or "UTC". */
  zone: string;
  /** "Tuesday, 24 November 2026, 15:00 – 15:45 (Berlin, UTC+1)". */
  line: string;
  /** What is left of the line beside another one of the same day: "14:00 – 14:45 (UTC)". */
  lineOfSameDay: string;
}

/**
 * A time in each of the zones (IANA names) and in UTC, the first zone first. A zone that is null or unknown is left
 * out, and one that is named twice or is UTC itself stands once. What a clock shows that is UTC's then is not said again.
 */
export function inZones(time: TimeRange, zones: readonly (string | null)[], wording: Wording): TimeInZone[] {
  const known = zones.filter((zone): zone is string => zone !== null && openZone(zone) !== null);
  const own = [...new Set(known.map(todaysName))];
  const names = own.some((zone) => isUtc(time, zone)) ? own : [...own, 'UTC'];
  return names.map((zone) => inZone(time, zone, wording));
}

/** Whether a zone's clock shows UTC from the start to the end, and its words say so: "UTC" or "London, UTC". */
const isUtc = (time: TimeRange, zone: string): boolean => /(^|, )UTC$/.test(zoneWords(time, zone));

function inZone(time: TimeRange, zone: string, wording: Wording): TimeInZone {
  const name = zoneWords(time, zone);
  const inside = (when: string): string => wording.t('time.inZone', { when, zone: name });
  const day = formatInstant(time.startMs, zone, wording, 'day');
  const clock = clockRange(time, zone, wording);
  const line = inside(wording.t('time.dayAndClock', { day, clock }));
  return { day, clock, zone: name, line, lineOfSameDay: inside(clock) };
}

const knownZone = (zone: string | null): string => (zone !== null && openZone(zone) !== null ? zone : 'UTC');

/** The day of a moment, as in "24 November", in a zone (IANA name) or else in UTC. */
export const dayIn = (atMs: Instant, zone: string | null, wording: Wording): string =>
  formatInstant(atMs, knownZone(zone), wording, 'date');

/** One moment, on one line, in a zone (IANA name) or else in UTC. */
export function momentLine(atMs: Instant, zone: string | null, wording: Wording): string {
  const known = knownZone(zone);
  return wording.t('time.inZone', {
    when: formatMoment(atMs, known, wording),
    zone: zoneWords({ startMs: atMs, endMs: atMs }, known),
  });
}
