import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, type Budgets } from '../../../domain/meeting/budgets.ts';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { decide } from '../../../domain/meeting/decide.ts';
import type { MessageSpec } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { isOver, openMeeting, ROLES, type MeetingState, type Role } from '../../../domain/meeting/state.ts';
import { HOUR, input, MINUTE, NOW, START } from './fixtures.ts';

const budgets: Budgets = { proposals: 4, links: 3, refreshes: 2, questions: 2 };

const role = fc.constantFrom('host' as const, 'guest' as const);
/** What somebody does; a decision is about the proposal that is pending, if there is one. */
const anyDeed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('proposed' as const),
      door: door(),
      hours: fc.integer({ min: -96, max: 96 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('approved' as const, 'declined' as const, 'withdrawn' as const),
    }),
  },
  fc.record({
    type: fc.constantFrom(
      'refresh-requested' as const,
      'link-requested' as const,
      'delegation-tried' as const,
      'text-received' as const,
      'bounced' as const,
    ),
  }),
  fc.record({ type: fc.constant('answer-held' as const), by: fc.integer({ min: 0, max: 9 }) }),
);

function door() {
  return fc.constantFrom('mail' as const, 'link' as const);
}

type Deed = typeof anyDeed extends fc.Arbitrary<infer D> ? D : never;
interface Step {
  deed: Deed;
  role: Role;
  waitMs: number;
}

const steps = (
  roles: fc.Arbitrary<Role> = role,
  length = { minLength: 60, maxLength: 200 },
): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      deed: anyDeed,
      role: roles,
      waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 * MINUTE })),
    }),
    length,
  );

function eventOf(deed: Deed, by: Role, state: MeetingState, key: string): MeetingEvent {
  const base = { key, role: by, door: 'mail' as const };
  switch (deed.type) {
    case 'proposed': {
      const startMs = START + deed.hours * HOUR;
      return {
        ...base,
        ...deed,
        proposalId: key,
        startMs,
        endMs: startMs + HOUR,
        note: '',
        sequence: null,
        linkId: null,
      };
    }
    case 'approved':
    case 'declined':
    case 'withdrawn': {
      const proposal = state.proposals.find(
        ({ proposedBy }) => (proposedBy === by) === (deed.type === 'withdrawn'),
      );
      return { ...base, type: deed.type, door: 'link', proposalId: proposal?.id ?? '', linkId: null };
    }
    case 'answer-held':
      return {
        ...base,
        type: deed.type,
        held: { inboundId: key, says: 'DECLINED', time: null },
        fingerprint: `${deed.by}`,
      };
    case 'text-received':
      return { ...base, type: deed.type, suggestion: null };
    case 'bounced':
      return { ...base, type: deed.type, method: 'REQUEST', sequence: state.sequence };
    default:
      return { ...base, type: deed.type };
  }
}

/** Lets it all happen, with what is due in between; the mails with their moments. */
function live(life: Step[], notesPauseMs: number) {
  let state: MeetingState = openMeeting({ ...input, budgets, notesPauseMs });
  const mails: { atMs: number; message: MessageSpec }[] = [];
  const happen = (event: MeetingEvent, nowMs: number): void => {
    const decision = decide(state, event, nowMs);
    if (decision.kind === 'refusal') return;
    state = decision.next;
    mails.push(...decision.messages.map((message) => ({ atMs: nowMs, message })));
  };
  let nowMs = NOW;
  happen({ type: 'booked', key: 'booked', door: 'api', requestId: '' }, nowMs);
  life.forEach(({ deed, role: by, waitMs }, index) => {
    nowMs += waitMs;
    for (let due = nextDeadline(state); due && due.atMs <= nowMs; due = nextDeadline(state)) {
      happen({ type: 'deadline', key: `deadline${state.revision}`, door: 'clock' }, due.atMs);
    }
    happen(eventOf(deed, by, state, `e${index}`), nowMs);
  });
  return { state, mails };
}

/** The most mails that one person may get on a day of UTC, from what both may cause; one proposal each is from before. */
function mostADay({ proposals, links, refreshes, questions }: Budgets): number {
  const made = proposals + 1;
  const askedAndEnded = 2 * made;
  const ownEnded = made + 1;
  const movesAndTheirBounces = 2 * made;
  const [invitation, cancellation, firstBounce, words, delegation] = [1, 1, 1, 1, 1];
  return (
    askedAndEnded +
    ownEnded +
    movesAndTheirBounces +
    links +
    refreshes +
    questions +
    invitation +
    cancellation +
    firstBounce +
    words +
    delegation
  );
}

describe('whatever two people and strangers do', () => {
  it.each([0, MINUTE])('nobody gets more mail on a day than the budgets allow (pause %i ms)', (pauseMs) => {
    fc.assert(
      fc.property(steps(), (life) => {
        const counts = new Map<string, number>();
        for (const { atMs, message } of live(life, pauseMs).mails) {
          const whose = `${message.to}/${dayOf(atMs)}`;
          counts.set(whose, (counts.get(whose) ?? 0) + 1);
        }
        for (const count of counts.values()) expect(count).toBeLessThanOrEqual(mostADay(budgets));
      }),
      { numRuns: 300 },
    );
  });

  it('notes to one of them come at least the pause apart', () => {
    fc.assert(
      fc.property(steps(), (life) => {
        const { mails } = live(life, MINUTE);
        for (const to of ROLES) {
          const notes = mails.filter(
            ({ message }) => message.to === to && message.method === null && NOTES.test(message.kind),
          );
          notes.slice(1).forEach(({ atMs }, index) => {
            expect(atMs - notes[index]!.atMs).toBeGreaterThanOrEqual(MINUTE);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each(ROLES)('what the %s does uses nothing of what the other may', (by) => {
    fc.assert(
      fc.property(steps(fc.constant(by)), (life) => {
        const { state } = live(life, 0);
        expect(state.used.by[by === 'host' ? 'guest' : 'host']).toEqual({});
        expect(isOver(state)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('whoever is asked for a new time has been told of the one that is open', () => {
    fc.assert(
      fc.property(steps(role, { minLength: 2, maxLength: 12 }), (life) => {
        const later: Step = { deed: { type: 'bounced' }, role: 'host', waitMs: 2 * MINUTE };
        const { state, mails } = live([...life, later], MINUTE);
        for (const to of ROLES) {
          const open = state.proposals.find(({ proposedBy }) => proposedBy !== to);
          if (!open) continue;
          const requests = mails.filter(
            ({ message }) => message.to === to && message.kind === 'approval-request',
          );
          expect(requests.at(-1)?.message.proposal?.id).toBe(open.id);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

const NOTES = /^(?:approval-request|proposal-(?:declined|expired|withdrawn)|not-delivered)$/;
