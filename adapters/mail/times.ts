import { openZone } from '../../domain/time/zone.ts';
import type { Instant, TimeRange } from '../../domain/time/instant.ts';
import type { Wording } from '../texts/texts.ts';
import { clockRange, formatInstant, formatMoment, onOneDay } from '../texts/times.ts';

/** A time in one zone, as people read it. */
export interface TimeInZone {
  /** "Tuesday, 24 November 2026", or of a meeting over midnight both days with their times. */
  day: string;
  /** "15:00 – 15:45"; empty when `day` says it already. */
  clock: string;
  /** "Europe/Berlin, GMT+1", or "UTC". */
  zone: string;
  /** "Tuesday, 24 November 2026, 15:00 – 15:45 (Europe/Berlin, GMT+1)". */
  line: string;
  /** What is left of the line beside another one of the same day: "14:00 – 14:45 (UTC)". */
  lineOfSameDay: string;
}

/**
 * A time in each of the zones (IANA names) and in UTC, the first zone first. A zone that is null or unknown is left
 * out, and one that is named twice or is UTC itself stands once.
 */
export function inZones(time: TimeRange, zones: readonly (string | null)[], wording: Wording): TimeInZone[] {
  const known = zones.filter((zone): zone is string => zone !== null && openZone(zone) !== null);
  const names = [...known.map((zone) => (isUtc(zone) ? 'UTC' : zone)), 'UTC'];
  return [...new Set(names)].map((zone) => inZone(time, zone, wording));
}

const isUtc = (zone: string): boolean => /^(etc\/)?(utc|uct|gmt|zulu|universal)$/i.test(zone);

function inZone(time: TimeRange, zone: string, wording: Wording): TimeInZone {
  const name = zoneWords(time, zone);
  const inside = (when: string): string => wording.t('time.inZone', { when, zone: name });
  if (!onOneDay(time.startMs, time.endMs, zone)) {
    const [start, end] = [time.startMs, time.endMs].map((ms) => formatMoment(ms, zone, wording));
    const day = wording.t('time.range', { start: start ?? '', end: end ?? '' });
    return { day, clock: '', zone: name, line: inside(day), lineOfSameDay: inside(day) };
  }
  const day = formatInstant(time.startMs, zone, wording, 'day');
  const clock = clockRange(time, zone, wording);
  const line = inside(wording.t('time.dayAndClock', { day, clock }));
  return { day, clock, zone: name, line, lineOfSameDay: inside(clock) };
}

/** When the clocks change during the meeting, both names are told: the times alone would not add up. */
function zoneWords(time: TimeRange, zone: string): string {
  if (zone === 'UTC') return 'UTC';
  const names = new Set([time.startMs, time.endMs].map((ms) => openZone(zone)?.abbreviationAt(ms)));
  return `${zone.replaceAll('_', ' ')}, ${[...names].join(' → ')}`;
}

const knownZone = (zone: string | null): string =>
  zone !== null && !isUtc(zone) && openZone(zone) !== null ? zone : 'UTC';

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
