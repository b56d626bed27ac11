import type { Instant } from './instant.ts';
import { wallAt, type Clock } from './zone.ts';

/** An instant as the clocks of a zone show it, with their offset (RFC 3339): 2030-05-17T16:00:00+02:00; in UTC with Z. */
export function isoOn(clock: Clock, instant: Instant): string {
  const wall = wallAt(clock, instant);
  const local = new Date(wall).toISOString().slice(0, 19);
  const minutes = Math.round((wall - instant) / 60_000);
  if (minutes === 0) return `${local}Z`;
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
