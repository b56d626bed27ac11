import { expect, it } from 'vitest';
import { heldOutcome } from '../../../domain/meeting/held.ts';

it('what was confirmed counts, unless a newer answer came first', () => {
  expect(heldOutcome(['accepted'], null)).toBe('counts');
  expect(heldOutcome(['stale-answer'], null)).toBe('outdated');
});

it('a time that was confirmed counts while its proposal stands, and is gone or refused otherwise', () => {
  expect(heldOutcome(['proposed'], 'pending')).toBe('counts');
  expect(heldOutcome(['proposed'], 'approved')).toBe('counts');
  for (const status of ['declined', 'expired', 'withdrawn', 'replaced'] as const) {
    expect(heldOutcome(['proposed'], status), status).toBe('gone');
  }
  expect(heldOutcome(['proposal-refused'], null)).toBe('refused');
});
