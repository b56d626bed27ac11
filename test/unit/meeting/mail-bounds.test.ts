import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../../domain/meeting/budgets.ts';
import { type Budgets, isOver, openMeeting, type BookingState } from '../../../domain/meeting/state.ts';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { decide } from '../../../domain/meeting/decide.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { idsFor, type AttendeeId, type Part } from '../../../domain/meeting/attendee-id.ts';
import { rounds } from '../../support/rounds.ts';
import { bookingIn } from '../../support/attendees.ts';
import { booked, GUEST, HOUR, input, MINUTE, NOW, OPTIONAL, START } from './fixtures.ts';

const budgets: Budgets = { proposals: 4, links: 3, refreshes: 2, questions: 2 };

/** Of six, three of them required beside the host. */
const GUESTS: Part[] = [GUEST, GUEST, GUEST, OPTIONAL, OPTIONAL];
const IDS: AttendeeId[] = ['host', ...idsFor(['host'], GUESTS)];

/** The first so many of them. */
const among = (size: number) => fc.constantFrom(...IDS.slice(0, size));
const sizes = [2, 4, 6];
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
  by: AttendeeId;
  waitMs: number;
}

const steps = (
  by: fc.Arbitrary<AttendeeId>,
  length = { minLength: 60, maxLength: 200 },
): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      deed: anyDeed,
      by,
      waitMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 10 * MINUTE })),
    }),
    length,
  );

function eventOf(deed: Deed, by: AttendeeId, state: BookingState, key: string): MeetingEvent {
  const base = { key, attendeeId: by, door: 'mail' as const };
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
function live(life: Step[], notesPauseMs: number, size = 2) {
  let state: BookingState = openMeeting({ ...input, budgets, notesPauseMs });
  const mails: { atMs: number; message: MessageSpec }[] = [];
  const happen = (event: MeetingEvent, nowMs: number): void => {
    const decision = decide(state, event, nowMs);
    if (decision.kind === 'refusal') return;
    state = bookingIn(decision.next);
    mails.push(...decision.messages.map((message) => ({ atMs: nowMs, message })));
  };
  let nowMs = NOW;
  happen({ ...booked(GUESTS.slice(0, size - 1)), key: 'booked' }, nowMs);
  life.forEach(({ deed, by, waitMs }, index) => {
    nowMs += waitMs;
    for (let due = nextDeadline(state); due && due.atMs <= nowMs; due = nextDeadline(state)) {
      happen({ type: 'deadline', key: `deadline${state.revision}`, door: 'clock' }, due.atMs);
    }
    happen(eventOf(deed, by, state, `e${index}`), nowMs);
  });
  return { state, mails };
}

/** The most mails that one person may get on a day of UTC, from what all may cause; one proposal each is from before. */
function mostADay({ proposals, links, refreshes, questions }: Budgets, size: number): number {
  const made = proposals + 1;
  const others = size - 1;
  const askedAndEnded = others * 2 * made;
  const ownEnded = made + 1;
  const movesAndTheirBounces = size * made + others * size * made;
  const [invitation, cancellation, words, delegation] = [1, 1, 1, 1];
  const firstBounce = others;
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

describe.each(sizes)('whatever %i people and strangers do', (size) => {
  const ids = IDS.slice(0, size);

  it.each([0, MINUTE])('nobody gets more mail on a day than the budgets allow (pause %i ms)', (pauseMs) => {
    fc.assert(
      fc.property(steps(among(size)), (life) => {
        const counts = new Map<string, number>();
        for (const { atMs, message } of live(life, pauseMs, size).mails) {
          const whose = `${message.to}/${dayOf(atMs)}`;
          counts.set(whose, (counts.get(whose) ?? 0) + 1);
        }
        for (const count of counts.values()) expect(count).toBeLessThanOrEqual(mostADay(budgets, size));
      }),
      { numRuns: rounds(1_000) },
    );
  });

  it('notes to one of them come at least the pause apart', () => {
    fc.assert(
      fc.property(steps(among(size)), (life) => {
        const { mails } = live(life, MINUTE, size);
        for (const to of ids) {
          const notes = mails.filter(
            ({ message }) => message.to === to && message.method === null && NOTES.test(message.kind),
          );
          notes.slice(1).forEach(({ atMs }, index) => {
            expect(atMs - notes[index]!.atMs).toBeGreaterThanOrEqual(MINUTE);
          });
        }
      }),
      { numRuns: rounds(1_000) },
    );
  });

  it.each(ids)('what %s does uses nothing of what others may', (by) => {
    fc.assert(
      fc.property(steps(fc.constant(by)), (life) => {
        const { state } = live(life, 0, size);
        for (const { id, used } of state.attendees) if (id !== by) expect(used.times).toEqual({});
        expect(isOver(state)).toBe(false);
      }),
      { numRuns: rounds(1_000) },
    );
  });

  it('whoever is asked for a new time has been told of the one that is open', () => {
    fc.assert(
      fc.property(steps(among(size), { minLength: 2, maxLength: 12 }), (life) => {
        const later: Step = { deed: { type: 'bounced' }, by: 'host', waitMs: 2 * MINUTE };
        const { state, mails } = live([...life, later], MINUTE, size);
        for (const to of ids) {
          const told = mails
            .filter(({ message }) => message.to === to)
            .flatMap(({ message }) => [message, ...(message.also ?? [])])
            .filter(({ kind }) => kind === 'approval-request')
            .map(({ proposal }) => proposal?.id);
          const open = state.proposals.filter(({ waitsFor }) => waitsFor.includes(to));
          for (const { id } of open) expect(told).toContain(id);
        }
      }),
      { numRuns: rounds(2_500) },
    );
  });
});

const NOTES = /^(?:approval-request|proposal-(?:declined|expired|withdrawn)|not-delivered)$/;
