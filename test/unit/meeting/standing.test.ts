import { describe, expect, it } from 'vitest';
import { standingForAsked, standingOf } from '../../../domain/meeting/standing.ts';
import { HOUR, NOW, START } from './fixtures.ts';

const MEETING = { status: 'scheduled', startMs: START } as const;
const PENDING = {
  status: 'pending',
  expiresMs: NOW + HOUR,
  decisionMs: null,
  decidedBy: null,
  waitsFor: ['guest', 'guest-2'],
} as const;

describe('a proposal stands', () => {
  it('open until it expires, or its meeting cannot move any more', () => {
    expect(standingOf(PENDING, MEETING, NOW)).toBe('open');
    expect(standingOf(PENDING, MEETING, NOW + HOUR)).toBe('expired');
    expect(standingOf({ ...PENDING, expiresMs: START + HOUR }, MEETING, START)).toBe('expired');
    for (const status of ['live', 'cancelled', 'closed'] as const) {
      expect(standingOf(PENDING, { ...MEETING, status }, NOW), status).toBe('expired');
    }
  });

  it('as it was decided, whatever became of its meeting', () => {
    for (const status of ['approved', 'declined', 'withdrawn', 'replaced'] as const) {
      const decided = { ...PENDING, status, decisionMs: NOW };
      expect(standingOf(decided, { ...MEETING, status: 'cancelled' }, START)).toBe(status);
    }
  });

  it('superseded when the meeting changed before its time was over', () => {
    const expired = { ...PENDING, status: 'expired' } as const;
    expect(standingOf({ ...expired, decisionMs: NOW }, MEETING, NOW)).toBe('superseded');
    expect(standingOf({ ...expired, decisionMs: expired.expiresMs }, MEETING, NOW)).toBe('expired');
    expect(standingOf(expired, MEETING, NOW)).toBe('expired');
  });
});

describe('for one who was asked it stands', () => {
  const standing = (
    attendeeId: 'guest' | 'guest-3',
    decision: 'approve' | 'decline',
    changes: Partial<Parameters<typeof standingOf>[0]> = {},
  ) => standingForAsked({ attendeeId, decision }, { ...PENDING, ...changes }, MEETING, NOW);

  it('agreed once they have approved it, and they may still decline', () => {
    expect(standing('guest', 'approve')).toBe('open');
    expect(standing('guest-3', 'approve')).toBe('agreed');
    expect(standing('guest-3', 'decline')).toBe('open');
  });

  it('declined by them, or by another', () => {
    const declined = { status: 'declined', decisionMs: NOW, decidedBy: 'guest' } as const;
    expect(standing('guest', 'decline', declined)).toBe('declined');
    expect(standing('guest-3', 'approve', declined)).toBe('declinedByOther');
  });
});
