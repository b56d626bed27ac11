import type { Instant } from '../time/instant.ts';

/** How many of an event type's members a meeting takes: one of them, all, or so many. */
export type Together = { kind: 'one' } | { kind: 'all' } | { kind: 'some'; count: number };

/**
 * When enough members are free, in order.
 *
 * @param starts of each member, in order and without repetition
 */
export function startsOfEnough(starts: readonly (readonly Instant[])[], together: Together): Instant[] {
  const needed = together.kind === 'one' ? 1 : together.kind === 'all' ? starts.length : together.count;
  if (starts.length === 0 || needed > starts.length) return [];
  if (starts.length === 1) return [...starts[0]!];
  const all = Float64Array.from(starts.flat()).sort();
  const enough: Instant[] = [];
  let times = 0;
  for (const [index, at] of all.entries()) {
    times = at === all[index - 1] ? times + 1 : 1;
    if (times === needed) enough.push(at);
  }
  return enough;
}

/** A member who could take a meeting, as a choice between several sees them. */
export interface Candidate {
  id: string;
  /** Higher ones are asked first. */
  priority: number;
  /** Their share: with 2 they get two where another gets one. At least 1. */
  weight: number;
  /** What they were given lately, and when last; null: nothing. */
  bookings: number;
  lastBookedMs: Instant | null;
}

/**
 * Who of those who are free takes it: of the highest priority the one who has had the least of their share, then the one
 * who was booked the longest ago, then by id.
 *
 * @param kept who has it already, when a guest moves it: they stay where they are free; null: it is new
 */
export function chosenOf(free: readonly Candidate[], kept: string | null): Candidate | null {
  const same = free.find(({ id }) => id === kept);
  if (same) return same;
  const inOrder = free.toSorted(
    (one, other) =>
      other.priority - one.priority ||
      one.bookings / one.weight - other.bookings / other.weight ||
      (one.lastBookedMs ?? -Infinity) - (other.lastBookedMs ?? -Infinity) ||
      (one.id < other.id ? -1 : 1),
  );
  return inOrder[0] ?? null;
}
