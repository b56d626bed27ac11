import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../../../support/rounds.ts';
import { disagreements, happenings, live } from '../support/random-dialogue.ts';

it('all copies agree in the end, whatever order messages come in, and how often', () => {
  fc.assert(
    fc.property(happenings, ({ users, steps, last }) => {
      expect(disagreements(live(users, steps, last), users)).toEqual([]);
    }),
    { numRuns: rounds(500), seed: 17 },
  );
});
