import type { Revision } from './snapshot.ts';

/**
 * Which of two versions is newer: the one with the higher SEQUENCE, and of equals the one with the later DTSTAMP (RFC 5546 §2.1.5).
 * One without DTSTAMP is as new as the other.
 *
 * @returns below 0: `one` is older
 */
export function compareRevisions(one: Revision, other: Revision): number {
  if (one.sequence !== other.sequence) return one.sequence - other.sequence;
  return one.dtstampMs === null || other.dtstampMs === null ? 0 : one.dtstampMs - other.dtstampMs;
}

export const isOlder = (one: Revision, other: Revision): boolean => compareRevisions(one, other) < 0;

/**
 * Whether a message about one component is older than what is known of another: each has a SEQUENCE of its own, so that only DTSTAMP
 * says it, where both have one.
 */
export const isMadeBefore = (one: Revision, other: Revision): boolean =>
  one.dtstampMs === null || other.dtstampMs === null ? isOlder(one, other) : one.dtstampMs < other.dtstampMs;
