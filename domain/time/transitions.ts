import type { Instant } from './instant.ts';

/** A change of a zone's offset. */
export interface Transition {
  /** The first instant with the new offset. */
  atMs: Instant;
  /** Offsets before and after, in milliseconds to add to UTC. */
  fromMs: number;
  toMs: number;
}

/** Anything that tells offsets from UTC by instants. */
interface Offsets {
  offsetAt(instant: Instant): number;
}

/** Shorter than the shortest period between two changes (Gaza's week of summer time after Ramadan in 2040). */
const STEP_MS = 3 * 86_400_000;

/** Every change of the zone's offset from `fromMs` (exclusive) to `untilMs`, in order. */
export function transitions(zone: Offsets, fromMs: Instant, untilMs: Instant): Transition[] {
  const found: Transition[] = [];
  let before = fromMs;
  let offset = zone.offsetAt(before);
  while (before < untilMs) {
    const after = Math.min(before + STEP_MS, untilMs);
    const next = zone.offsetAt(after);
    if (next !== offset) found.push({ atMs: changeBetween(zone, before, after), fromMs: offset, toMs: next });
    before = after;
    offset = next;
  }
  return found;
}

/** Halves until the second of the change is found. */
function changeBetween(zone: Offsets, fromMs: Instant, untilMs: Instant): Instant {
  const before = zone.offsetAt(fromMs);
  let [low, high] = [fromMs, untilMs];
  while (high - low > 1000) {
    const middle = low + Math.floor((high - low) / 2000) * 1000;
    if (zone.offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
