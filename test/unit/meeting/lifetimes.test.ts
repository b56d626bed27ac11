import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { decide } from '../../../domain/meeting/decide.ts';
import type { Change } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import type { Attendee } from '../../../domain/meeting/attendees.ts';
import {
  holdsTime,
  invitationsThatDiffer,
  isOver,
  openMeeting,
  type BookingState,
} from '../../../domain/meeting/state.ts';
import { bookingIn } from '../../support/attendees.ts';
import { rounds } from '../../support/rounds.ts';
import { GUEST, HOUR, input, NOW, START } from './fixtures.ts';

/** Everybody of a meeting of six, somebody who is in none, and who is added to one. */
const attendeeId = fc.constantFrom('host', 'guest', 'guest-2', 'guest-3', 'guest-4', 'host-2', 'guest-9');
const part = fc.record({ role: fc.constantFrom('host' as const, 'guest' as const), required: fc.boolean() });
const invites = fc
  .array(part, { maxLength: 4 })
  .map((parts) => [GUEST, ...parts].map((each) => ({ ...each, requestId: '' })));
const instant = fc.integer({ min: NOW - HOUR, max: START + 48 * HOUR });
const proposalId = fc.integer({ min: 0, max: 20 }).map((index) => `p${index}`);
const linkId = fc.constant(null);

const ordinaryEvent = fc.oneof(
  fc.record({
    type: fc.constant('booked' as const),
    door: fc.constant('api' as const),
    invites,
  }),
  fc.record({
    type: fc.constant('answered' as const),
    door: fc.constant('mail' as const),
    attendeeId,
    partstat: fc.constantFrom('ACCEPTED' as const, 'DECLINED' as const, 'TENTATIVE' as const),
    sequence: fc.integer({ min: 0, max: 5 }),
    dtstampMs: instant,
  }),
  fc.record({
    type: fc.constant('proposed' as const),
    door: fc.constantFrom('mail' as const, 'link' as const),
    attendeeId,
    proposalId,
    startMs: instant,
    endMs: instant,
    note: fc.string(),
    sequence: fc.option(fc.integer({ min: 0, max: 5 })),
    linkId,
  }),
  fc.record({
    type: fc.constantFrom('approved' as const, 'approved' as const, 'declined' as const),
    door: fc.constant('link' as const),
    attendeeId,
    proposalId,
    linkId,
  }),
  fc.record({
    type: fc.constant('withdrawn' as const),
    door: fc.constant('link' as const),
    attendeeId,
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
    type: fc.constant('attendee-added' as const),
    door: fc.constant('api' as const),
    invite: part.map((each) => ({ ...each, requestId: '' })),
  }),
  fc.record({
    type: fc.constantFrom('attendee-removed' as const, 'resend-requested' as const),
    door: fc.constant('api' as const),
    attendeeId,
  }),
  fc.record({
    type: fc.constantFrom('joined' as const, 'left' as const),
    door: fc.constant('room' as const),
    participantId: fc.constantFrom('a', 'b'),
  }),
);
const cancelledEvent = fc.record({
  type: fc.constant('cancelled' as const),
  door: fc.constant('api' as const),
  reason: fc.string(),
});

/** Few are cancelled, or most would end before anything else could happen. */
const anyEvent: fc.Arbitrary<MeetingEvent> = fc
  .oneof({ weight: 50, arbitrary: ordinaryEvent }, cancelledEvent)
  .map((event) => ({ ...event, key: '' }));

/** Much may happen before the start, and much may pass. */
const waitMs = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: HOUR }) },
  fc.integer({ min: 0, max: 30 * HOUR }),
);

const anyStep = fc.record({ event: anyEvent, waitMs, pick: fc.nat(1_000) });
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

const anyLife = fc.record({
  firstInvites: invites,
  policy: fc.constantFrom('strict' as const, 'soft' as const),
  // Without the size fast-check makes short lists, and in short lives nobody agrees.
  steps: fc.array(anyStep, { maxLength: 40, size: 'max' }),
});

interface Lived {
  states: BookingState[];
  /** What led from each state to the next. */
  turns: { event: MeetingEvent; nowMs: number; change: Change }[];
  messages: MessageSpec[];
}

/** Lets a life happen, its deadlines in time, until nothing more is due. */
function live({
  policy,
  firstInvites,
  steps,
}: typeof anyLife extends fc.Arbitrary<infer L> ? L : never): Lived {
  const lived: Lived = { states: [openMeeting({ ...input, policy })], turns: [], messages: [] };
  const state = (): BookingState => lived.states.at(-1)!;
  const happen = (event: MeetingEvent, nowMs: number): void => {
    const decision = decide(state(), event, nowMs);
    if (decision.kind === 'refusal') return;
    lived.states.push(bookingIn(decision.next));
    lived.turns.push({ event, nowMs, change: decision });
    lived.messages.push(...decision.messages);
  };
  const passUntil = (untilMs: number): void => {
    for (let due = nextDeadline(state()); due && due.atMs <= untilMs; due = nextDeadline(state())) {
      const before = state();
      happen({ type: 'deadline', key: `d${lived.states.length}`, door: 'clock' }, due.atMs);
      if (state() === before) throw new Error(`the deadline ${due.what} had no effect`);
    }
  };
  let nowMs = NOW;
  happen({ type: 'booked', door: 'api', key: 'booked', invites: firstInvites }, nowMs);
  steps.forEach((step, index) => {
    nowMs += step.waitMs;
    passUntil(nowMs);
    happen(eventOf(step, state(), index), nowMs);
  });
  passUntil(Number.MAX_SAFE_INTEGER);
  return lived;
}

/** Mostly one of those that there are. */
const mostlyOf = (there: readonly { id: string }[], other: string, { pick }: Pick<Step, 'pick'>): string =>
  (pick % 4 === 0 ? undefined : there[pick % there.length]?.id) ?? other;

/** The step's event, mostly of somebody who takes part, and about a proposal that is open; the one of a new proposal is its own. */
function eventOf(step: Step, { attendees, proposals }: BookingState, index: number): MeetingEvent {
  const event = { ...step.event, key: `e${index}` };
  if ('attendeeId' in event && event.attendeeId !== null)
    event.attendeeId = mostlyOf(attendees, event.attendeeId, step);
  if (event.type === 'proposed') event.proposalId = `p${index}`;
  else if ('proposalId' in event) event.proposalId = mostlyOf(proposals, event.proposalId, step);
  return event;
}

const forEveryLife = (check: (lived: Lived) => void): void => {
  fc.assert(
    fc.property(anyLife, (life) => {
      check(live(life));
    }),
    { numRuns: rounds(5_000) },
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
    forEveryLife(({ messages }) => {
      const keys = messages.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    });
  });

  it('invitations of which only those that differ are written stand as the meeting says', () => {
    const standing = (state: BookingState, { id, answer }: Attendee) => ({
      ...{ id, startMs: state.startMs, endMs: state.endMs, held: holdsTime(state) },
      answer,
    });
    const standings = (state: BookingState) => state.attendees.map((each) => standing(state, each));
    forEveryLife(({ states: [first, ...states] }) => {
      let before = first!;
      let written = standings(before);
      for (const state of states) {
        const differing = invitationsThatDiffer(before, state);
        const known = before.attendees.map(({ id }) => id);
        // Those who are new are written with the change.
        written = standings(state).map((now) =>
          differing.includes(now.id) || !known.includes(now.id)
            ? now
            : written.find(({ id }) => id === now.id)!,
        );
        expect(written).toEqual(standings(state));
        before = state;
      }
    });
  });

  it('a new time is accepted by those who proposed or approved it, and by nobody else, and so says their REQUEST', () => {
    let approvedByOthers = 0;
    forEveryLife(({ states, turns }) => {
      const inFavour = new Map<string, string[]>();
      turns.forEach(({ event, nowMs, change }, index) => {
        if (event.type === 'proposed') inFavour.set(event.proposalId, [event.attendeeId]);
        if (event.type === 'approved') inFavour.get(event.proposalId)?.push(event.attendeeId);
        const { sequence, attendees } = states[index + 1]!;
        const updates = change.messages.filter(({ kind }) => kind === 'update');
        if (updates.length === 0) return;
        const approved = change.proposals.find(({ status }) => status === 'approved')?.proposal.id;
        const accepted = approved === undefined ? [] : (inFavour.get(approved) ?? []);
        if (accepted.length > 1) approvedByOthers += 1;
        expect(attendees.map(({ id, answer }) => ({ id, ...answer }))).toEqual(
          attendees.map(({ id }) =>
            accepted.includes(id)
              ? { id, partstat: 'ACCEPTED', sequence, dtstampMs: nowMs }
              : { id, partstat: 'NEEDS-ACTION', sequence, dtstampMs: 0 },
          ),
        );
        expect(updates.map(({ to, partstat }) => [to, partstat])).toEqual(
          attendees.map(({ id, answer }) => [id, answer.partstat]),
        );
      });
    });
    expect(approvedByOthers).toBeGreaterThan(0);
  });

  it('each attendee has at most one proposal open, and none once the meeting is over', () => {
    forEveryLife(({ states }) => {
      for (const state of states) {
        expect(new Set(state.proposals.map((p) => p.proposedBy)).size).toBe(state.proposals.length);
        if (isOver(state)) expect(state.proposals).toEqual([]);
      }
    });
  });

  it('a proposal that is open waits for somebody who takes part, is required and has not made it', () => {
    forEveryLife(({ states }) => {
      for (const { attendees, proposals } of states) {
        for (const { proposedBy, asked, waitsFor } of proposals) {
          expect(waitsFor.length).toBeGreaterThan(0);
          for (const id of waitsFor) {
            expect(asked).toContain(id);
            expect(id).not.toBe(proposedBy);
            expect(attendees.find((each) => each.id === id)?.required).toBe(true);
          }
        }
      }
    });
  });

  it('no id is ever given to another one, and mail is for those who take part, or have just been removed', () => {
    forEveryLife(({ states, messages }) => {
      for (const { attendees, removed } of states) {
        const ids = [...attendees.map(({ id }) => id), ...removed];
        expect(new Set(ids).size).toBe(ids.length);
      }
      const { attendees, removed } = states.at(-1)!;
      const ever = [...attendees.map(({ id }) => id), ...removed];
      for (const { to } of messages) expect(ever).toContain(to);
      for (const id of removed) {
        const last = messages.filter(({ to }) => to === id).at(-1);
        expect(last?.kind).toBe('cancellation');
      }
    });
  });
});
