import { DateTime } from 'luxon';
import { openZone } from '../../domain/ical/zone.ts';
import type { TimeRange } from '../../domain/meeting/state.ts';

/** A time in one zone, as people read it. */
export interface TimeInZone {
  /** "Tuesday, 24 November 2026", or of a meeting over midnight both days with their times. */
  day: string;
  /** "15:00 – 15:45"; empty when `day` says it already. */
  clock: string;
  /** "Europe/Berlin, GMT+1", or "UTC". */
  zone: string;
}

const DAY = 'cccc, d LLLL yyyy';
const CLOCK = 'HH:mm';

/**
 * A time in each of the zones (IANA names) and in UTC, the first zone first. A zone that is null or unknown is left
 * out, and one that is named twice or is UTC itself stands once.
 */
export function inZones(time: TimeRange, zones: readonly (string | null)[]): TimeInZone[] {
  const known = zones.filter((zone): zone is string => zone !== null && DateTime.utc().setZone(zone).isValid);
  const names = [...known.map((zone) => (isUtc(zone) ? 'UTC' : zone)), 'UTC'];
  return [...new Set(names)].map((zone) => inZone(time, zone));
}

const isUtc = (zone: string): boolean => /^(etc\/)?(utc|uct|gmt|zulu|universal)$/i.test(zone);

function inZone(time: TimeRange, zone: string): TimeInZone {
  const [start, end] = [time.startMs, time.endMs].map((ms) =>
    DateTime.fromMillis(ms, { zone, locale: 'en-US' }),
  );
  if (!start?.isValid || !end?.isValid) throw new RangeError('a meeting has a time that is no date');
  const sameDay = start.toISODate() === end.toISODate();
  const clock = `${start.toFormat(CLOCK)} – ${end.toFormat(CLOCK)}`;
  return {
    day: sameDay
      ? start.toFormat(DAY)
      : `${start.toFormat(`${DAY}, ${CLOCK}`)} – ${end.toFormat(`${DAY}, ${CLOCK}`)}`,
    clock: sameDay ? clock : '',
    zone: zoneWords(start, end, zone),
  };
}

/** When the clocks change during the meeting, both names are told: the times alone would not add up. */
function zoneWords(start: DateTime, end: DateTime, zone: string): string {
  if (zone === 'UTC') return 'UTC';
  const names = new Set([start, end].map((time) => openZone(zone)?.abbreviationAt(time.toMillis())));
  return `${zone.replaceAll('_', ' ')}, ${[...names].join(' → ')}`;
}

/** On one line: "Tuesday, 24 November 2026, 15:00 – 15:45 (Europe/Berlin, GMT+1)". */
export const timeLine = ({ day, clock, zone }: TimeInZone): string =>
  `${[day, clock].filter((part) => part !== '').join(', ')} (${zone})`;

/** One moment, on one line. */
export function momentLine(atMs: number, zone: string | null): string {
  const [first] = inZones({ startMs: atMs, endMs: atMs }, [zone]);
  return first ? `${first.day}, ${first.clock.split(' – ')[0]} (${first.zone})` : '';
}
