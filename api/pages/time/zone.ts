import { openZone } from '../../../domain/time/zone.ts';

/** Every zone that a person may choose, UTC first. */
export const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

export const isZone = (name: unknown): name is string =>
  typeof name === 'string' && name.length <= 64 && openZone(name) !== null;

export interface ReaderZone {
  name: string;
  /** `unknown`: nobody has told yet, so the browser may. */
  source: 'chosen' | 'invitation' | 'unknown';
}

/** The reader's zone: what they chose, else what their invitation says, else UTC until the browser tells. */
export function readerZone(chosen: unknown, invitation: string | null): ReaderZone {
  if (isZone(chosen)) return { name: chosen, source: 'chosen' };
  if (isZone(invitation)) return { name: invitation, source: 'invitation' };
  return { name: 'UTC', source: 'unknown' };
}

/** The place that a zone is named after: `Europe/Isle_of_Man` is "Isle of Man". */
export const placeOf = (zone: string): string => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** The offset in force at an instant, as in "UTC+2" or "UTC−3:30". */
export function offsetOf(ms: number, zone: string): string {
  const minutes = Math.round((openZone(zone)?.offsetAt(ms) ?? 0) / 60_000);
  if (minutes === 0) return 'UTC';
  const rest = Math.abs(minutes) % 60;
  const hours = Math.floor(Math.abs(minutes) / 60);
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** A zone as people read it, as in "Berlin, UTC+2". */
export function zoneLabel(ms: number, zone: string): string {
  const offset = offsetOf(ms, zone);
  return placeOf(zone) === offset ? offset : `${placeOf(zone)}, ${offset}`;
}
