import { wallMs, type WallMs } from '../time/zone.ts';

const [FIRST, LAST] = [wallMs(1, 1, 1), wallMs(9999, 12, 31, 23, 59, 59)];

/** A DATE-TIME without its zone, as `20260302T090000`; a year has four digits (RFC 5545 §3.3.4), so that none is before 1 or after 9999. */
export function writtenTime(wall: WallMs): string {
  const iso = isoTime(wall);
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}${iso.slice(17)}`;
}

/** The same as jCal has it (RFC 7265 §3.6.5): `2026-03-02T09:00:00`. */
export const isoTime = (wall: WallMs): string =>
  new Date(Math.min(Math.max(wall, FIRST), LAST)).toISOString().slice(0, 19);
