import type { Knex } from 'knex';
import { forgetChanges, KNOWN_FOR_MS, lookAtChanges, type Snapshot } from './changes.ts';

/** Twice as long as anybody asks about a change. */
export const FORGET_EVERY_MS = 2 * KNOWN_FOR_MS;

/** Each run removes the changes that the run before it saw; the first one, which does not know how old they are, none. */
export function createForgetting(knex: Knex): () => Promise<void> {
  let before: Snapshot | null = null;
  return async () => {
    const { snapshot } = await lookAtChanges(knex, []);
    if (before !== null) await forgetChanges(knex, before);
    before = snapshot;
  };
}
