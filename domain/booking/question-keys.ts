import type { Question } from './event-type.ts';

/** A question as it is sent: a new one has no key yet. */
export type AskedQuestion = Omit<Question, 'key'> & { key?: string | undefined };

/**
 * Questions with their keys: those that name one keep it, the others are given one.
 *
 * @param before those that the event type has
 * @param newKey gives one that no question had
 * @returns where there is one with a key that none of them had before, or that comes twice, its place
 */
export function withKeys(
  asked: readonly AskedQuestion[],
  before: readonly Question[],
  newKey: () => string,
): Question[] | { unknownAt: number } {
  const free = new Set(before.map(({ key }) => key));
  const unknownAt = asked.findIndex(({ key }) => key !== undefined && !free.delete(key));
  if (unknownAt >= 0) return { unknownAt };
  return asked.map(({ key = newKey(), ...question }) => ({ ...question, key }));
}
