import { openZone } from '../../../domain/time/zone.ts';
import { todaysName } from '../../../domain/time/zone-names.ts';

export const isZone = (name: unknown): name is string =>
  typeof name === 'string' && name.length <= 64 && openZone(name) !== null;

export interface ReaderZone {
  /** As IANA calls it today. */
  name: string;
  /** `unknown`: nobody has told yet, so the browser may. */
  source: 'chosen' | 'invitation' | 'unknown';
}

/** The reader's zone: what they chose, else what their invitation says, else UTC until the browser tells. */
export function readerZone(chosen: unknown, invitation: string | null): ReaderZone {
  if (isZone(chosen)) return { name: todaysName(chosen), source: 'chosen' };
  if (isZone(invitation)) return { name: todaysName(invitation), source: 'invitation' };
  return { name: 'UTC', source: 'unknown' };
}

/** The reader's zone where a place has one of its own: what they chose, else the place's until the browser tells. */
export function zoneAt(chosen: unknown, place: string): ReaderZone {
  if (isZone(chosen)) return { name: todaysName(chosen), source: 'chosen' };
  return { name: isZone(place) ? todaysName(place) : 'UTC', source: 'unknown' };
}
