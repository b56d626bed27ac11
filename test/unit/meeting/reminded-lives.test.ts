import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { decide } from '../../../domain/meeting/decide.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import { openMeeting, type BookingState } from '../../../domain/meeting/state.ts';
import { answered, booked, cancelled, deadline, HOUR, input, MINUTE, NOW } from './fixtures.ts';

/** Within the three days until the start, mostly. */
const minutes = fc.array(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 80 * 60 })), {
  minLength: 1,
  maxLength: 5,
  size: 'max',
});

const step = fc.record({
  /** How much later it is. */
  waitMs: fc.oneof(fc.integer({ min: 0, max: 20 * MINUTE }), fc.integer({ min: 0, max: 10 * HOUR })),
  what: fc.oneof(
    { weight: 10, arbitrary: fc.constant({ kind: 'deadline' as const }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('moved' as const),
        byMs: fc.integer({ min: -24 * HOUR, max: 48 * HOUR }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('answered' as const),
        partstat: fc.constantFrom('ACCEPTED' as const, 'DECLINED' as const, 'TENTATIVE' as const),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'cancelled' as const }) },
  ),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function eventOf({ what }: Step, state: BookingState): MeetingEvent {
  switch (what.kind) {
    case 'deadline':
      return deadline();
    case 'answered':
      return answered('guest', what.partstat, { sequence: state.sequence });
    case 'cancelled':
      return cancelled();
    case 'moved': {
      const startMs = state.startMs + what.byMs;
      return {
        ...{ type: 'moved', key: `moved/${state.revision}`, door: 'api', sequence: state.sequence + 1 },
        ...{ startMs, endMs: startMs + HOUR },
      };
    }
  }
}

/** What a meeting with these reminders sends, and the meeting as it was then. */
function sentIn(mailMinutesBefore: number[], steps: Step[]) {
  const sent: { message: MessageSpec; nowMs: number; state: BookingState; bookedOrMovedMs: number }[] = [];
  let state = openMeeting({
    ...{ ...input, policy: 'soft' },
    ...{ reminders: { mailMinutesBefore, alarmMinutesBefore: [] } },
  });
  let nowMs = NOW;
  let bookedOrMovedMs = NOW;
  const apply = (event: MeetingEvent) => {
    const decision = decide(state, event, nowMs);
    if (decision.kind === 'refusal') return;
    if (event.type === 'moved') bookedOrMovedMs = nowMs;
    for (const message of decision.messages) {
      if (message.kind === 'reminder') sent.push({ message, nowMs, state, bookedOrMovedMs });
    }
    state = decision.next as BookingState;
  };
  apply(booked());
  for (const one of steps) {
    nowMs += one.waitMs;
    apply(eventOf(one, state));
    // Whoever works does what is due, as soon as they work.
    if (one.what.kind === 'deadline') {
      while ((nextDeadline(state)?.atMs ?? Infinity) <= nowMs) apply(deadline());
    }
  }
  return sent;
}

it('a reminder is sent once at most, never before its moment, never after the start, never at once, and to nobody who declined', () => {
  let reminded = 0;
  fc.assert(
    fc.property(
      minutes,
      fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }),
      (mailMinutesBefore, steps) => {
        const sent = sentIn(mailMinutesBefore, steps);
        reminded += sent.length;
        expect(new Set(sent.map(({ message }) => message.key)).size).toBe(sent.length);
        for (const { message, nowMs, state, bookedOrMovedMs } of sent) {
          const atMs = state.startMs - Number(message.key.split('/').at(-1)) * MINUTE;
          expect(atMs).toBeLessThanOrEqual(nowMs);
          expect(atMs).toBeGreaterThan(bookedOrMovedMs);
          expect(nowMs).toBeLessThan(state.startMs);
          expect(nowMs).toBeLessThan(message.usefulUntilMs!);
          expect(message.usefulUntilMs).toBeLessThan(state.startMs);
          expect(state.status).toBe('scheduled');
          expect(message.time.startMs).toBe(state.startMs);
          const to = state.attendees.find(({ id }) => id === message.to);
          expect(to?.answer.partstat).not.toBe('DECLINED');
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(reminded).toBeGreaterThan(100);
});
