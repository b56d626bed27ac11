import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { decide } from '../../../domain/meeting/decide.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import {
  holdsTime,
  invitationsThatDiffer,
  isOver,
  openMeeting,
  type MeetingState,
  type Role,
} from '../../../domain/meeting/state.ts';
import { HOUR, input, NOW, START } from './fixtures.ts';

const role = fc.constantFrom('host' as const, 'guest' as const);
const instant = fc.integer({ min: NOW - HOUR, max: START + 48 * HOUR });
const proposalId = fc.integer({ min: 0, max: 20 }).map((index) => `p${index}`);
const linkId = fc.constant(null);

const anyEvent: fc.Arbitrary<MeetingEvent> = fc
  .oneof(
    fc.record({
      type: fc.constant('booked' as const),
      door: fc.constant('api' as const),
      requestId: fc.string(),
    }),
    fc.record({
      type: fc.constant('answered' as const),
      door: fc.constant('mail' as const),
      role,
      partstat: fc.constantFrom('ACCEPTED' as const, 'DECLINED' as const, 'TENTATIVE' as const),
      sequence: fc.integer({ min: 0, max: 5 }),
      dtstampMs: instant,
    }),
    fc.record({
      type: fc.constant('proposed' as const),
      door: fc.constantFrom('mail' as const, 'link' as const),
      role,
      proposalId,
      startMs: instant,
      endMs: instant,
      note: fc.string(),
      sequence: fc.option(fc.integer({ min: 0, max: 5 })),
      linkId,
    }),
    fc.record({
      type: fc.constantFrom('approved' as const, 'declined' as const),
      door: fc.constant('link' as const),
      role,
      proposalId,
      linkId,
    }),
    fc.record({
      type: fc.constant('withdrawn' as const),
      door: fc.constant('link' as const),
      role,
      proposalId,
      linkId,
    }),
    fc.record({
      type: fc.constant('moved' as const),
      door: fc.constant('api' as const),
      sequence: fc.integer({ min: 0, max: 5 }),
      startMs: instant,
      endMs: instant,
    }),
    fc.record({
      type: fc.constant('cancelled' as const),
      door: fc.constant('api' as const),
      reason: fc.string(),
    }),
    fc.record({
      type: fc.constantFrom('joined' as const, 'left' as const),
      door: fc.constant('room' as const),
      participantId: fc.constantFrom('a', 'b'),
    }),
  )
  .map((event) => ({ ...event, key: '' }));

const anyLife = fc.record({
  policy: fc.constantFrom('strict' as const, 'soft' as const),
  steps: fc.array(fc.record({ event: anyEvent, waitMs: fc.integer({ min: 0, max: 30 * HOUR }) }), {
    maxLength: 40,
  }),
});

interface Lived {
  states: MeetingState[];
  messageKeys: string[];
}

/** Lets a life happen, its deadlines in time, until nothing more is due. */
function live({
  policy,
  steps,
}: {
  policy: 'strict' | 'soft';
  steps: { event: MeetingEvent; waitMs: number }[];
}): Lived {
  const lived: Lived = { states: [openMeeting({ ...input, policy })], messageKeys: [] };
  const state = (): MeetingState => lived.states.at(-1)!;
  const happen = (event: MeetingEvent, nowMs: number): void => {
    const decision = decide(state(), event, nowMs);
    if (decision.kind === 'refusal') return;
    lived.states.push(decision.next);
    lived.messageKeys.push(...decision.messages.map((message) => message.key));
  };
  const passUntil = (untilMs: number): void => {
    for (let due = nextDeadline(state()); due && due.atMs <= untilMs; due = nextDeadline(state())) {
      const before = state();
      happen({ type: 'deadline', key: `d${lived.states.length}`, door: 'clock' }, due.atMs);
      if (state() === before) throw new Error(`the deadline ${due.what} had no effect`);
    }
  };
  let nowMs = NOW;
  steps.forEach(({ event, waitMs }, index) => {
    nowMs += waitMs;
    passUntil(nowMs);
    // Ids are unique: the one of a new proposal is its own.
    const own = event.type === 'proposed' ? { proposalId: `p${index}` } : {};
    happen({ ...event, ...own, key: `e${index}` }, nowMs);
  });
  passUntil(Number.MAX_SAFE_INTEGER);
  return lived;
}

const forEveryLife = (check: (lived: Lived) => void): void => {
  fc.assert(
    fc.property(anyLife, (life) => {
      check(live(life));
    }),
    { numRuns: 2_000 },
  );
};

describe('over any sequence of events', () => {
  it('every meeting ends', () => {
    forEveryLife(({ states }) => expect(isOver(states.at(-1)!)).toBe(true));
  });

  it('SEQUENCE never falls, and the revision counts every change', () => {
    forEveryLife(({ states }) => {
      states.slice(1).forEach((state, index) => {
        expect(state.sequence).toBeGreaterThanOrEqual(states[index]!.sequence);
        expect(state.revision).toBe(states[index]!.revision + 1);
      });
    });
  });

  it('there is at most one message for a key', () => {
    forEveryLife(({ messageKeys }) => expect(new Set(messageKeys).size).toBe(messageKeys.length));
  });

  it('invitations of which only those that differ are written stand as the meeting says', () => {
    const standing = (state: MeetingState, role: Role) => ({
      ...{ startMs: state.startMs, endMs: state.endMs, held: holdsTime(state) },
      answer: state.answers[role],
    });
    forEveryLife(({ states }) => {
      const [first] = states as [MeetingState];
      const written = { host: standing(first, 'host'), guest: standing(first, 'guest') };
      states.slice(1).forEach((state, index) => {
        for (const role of invitationsThatDiffer(states[index]!, state))
          written[role] = standing(state, role);
        expect(written).toEqual({ host: standing(state, 'host'), guest: standing(state, 'guest') });
      });
    });
  });

  it('each party has at most one proposal open, and none once the meeting is over', () => {
    forEveryLife(({ states }) => {
      for (const state of states) {
        expect(new Set(state.proposals.map((p) => p.proposedBy)).size).toBe(state.proposals.length);
        if (isOver(state)) expect(state.proposals).toEqual([]);
      }
    });
  });
});
