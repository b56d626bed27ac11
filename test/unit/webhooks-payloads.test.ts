import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '../../domain/meeting/decide.ts';
import type { MeetingEvent } from '../../domain/meeting/events.ts';
import { openMeeting, type MeetingState } from '../../domain/meeting/state.ts';
import { WEBHOOK_EVENT_TYPES } from '../../domain/webhooks/event-types.ts';
import { webhookEventsOf } from '../../domain/webhooks/meeting-events.ts';
import { BUDGETS } from '../support/budgets.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2030, 4, 17, 14);

/** What people write, and what is theirs alone. */
const SECRETS = ['ann@example.com', 'Ann Secret', 'gus@example.org'];
const words = fc.constantFrom(...SECRETS, 'write to Ann Secret at ann@example.com');

const opened = (): MeetingState =>
  openMeeting({
    source: 'booking',
    uid: 'uid',
    tenantId: 'tenant',
    meetingId: 'meeting',
    title: 'Ann Secret and ann@example.com',
    startMs: START,
    endMs: START + HOUR,
    policy: 'soft',
    bouncePolicy: 'keep',
    proposalExpiryMs: 48 * HOUR,
    budgets: BUDGETS,
    notesPauseMs: 0,
    timings: { readyBeforeMs: 60_000, graceMs: 60_000, forceCloseMs: 60_000 },
    attendees: [{ id: 'host', role: 'host', required: true }],
  });

const attendeeId = fc.constantFrom('host', 'guest');
/** Events of every kind that people bring about, with whatever they write in them. */
const anyEvent = fc.oneof(
  fc.record({
    type: fc.constant('answered' as const),
    attendeeId,
    partstat: fc.constantFrom('ACCEPTED', 'DECLINED', 'TENTATIVE'),
    sequence: fc.constant(9),
    dtstampMs: fc.integer({ min: START - 100 * HOUR, max: START }),
  }),
  fc.record({
    type: fc.constant('proposed' as const),
    attendeeId,
    proposalId: fc.constantFrom('p1', 'p2'),
    startMs: fc.constant(START + 24 * HOUR),
    endMs: fc.constant(START + 25 * HOUR),
    note: words,
    sequence: fc.constant(null),
    linkId: fc.constant(null),
  }),
  fc.record({
    type: fc.constantFrom('approved' as const, 'declined' as const, 'withdrawn' as const),
    attendeeId,
    proposalId: fc.constantFrom('p1', 'p2'),
    linkId: fc.constant(null),
  }),
  fc.record({
    type: fc.constant('moved' as const),
    startMs: fc.integer({ min: START + HOUR, max: START + 9 * HOUR }),
    endMs: fc.constant(START + 10 * HOUR),
    sequence: fc.constant(1),
  }),
  fc.record({
    type: fc.constantFrom('joined' as const, 'left' as const),
    participantId: fc.constantFrom('p', 'ann@example.com'),
  }),
  fc.record({ type: fc.constant('deadline' as const) }),
  fc.record({ type: fc.constant('cancelled' as const), reason: words }),
);

it('no payload has an address, a name or anything that somebody wrote', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      fc.array(anyEvent, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 80 }),
      (events, late) => {
        let state = opened();
        const booked = { type: 'booked', invites: [{ requestId: 'r', role: 'guest', required: true }] };
        [booked, ...events].forEach((each, at) => {
          const event = { ...each, key: String(at), door: 'api' } as MeetingEvent;
          const nowMs = START - 80 * HOUR + at * late * HOUR;
          const change = decide(state, event, nowMs);
          if (change.kind === 'refusal') return;
          state = change.next;
          for (const told of webhookEventsOf({ change, event })) {
            seen.add(told.type);
            expect(WEBHOOK_EVENT_TYPES).toContain(told.type);
            expect(told.data.meeting.revision).toBe(state.revision);
            const body = JSON.stringify(told);
            expect(body).not.toContain('@');
            expect(body).not.toMatch(/Secret|write to/);
          }
        });
      },
    ),
    { numRuns: 2_000 },
  );
  // It would say nothing if nothing were told.
  for (const type of [
    'meeting.booked',
    'meeting.answered',
    'meeting.moved',
    'proposal.made',
    'proposal.decided',
    'meeting.cancelled',
    'room.ready',
  ])
    expect(seen).toContain(type);
});

it('of a meeting with seats each guest who takes one has booked it', () => {
  const told = (state: MeetingState, event: MeetingEvent) => {
    const change = decide(state, event, START - 72 * HOUR);
    if (change.kind !== 'change') throw new Error(change.code);
    return { next: change.next, events: webhookEventsOf({ change, event }) };
  };
  const invite = { requestId: 'request', role: 'guest', required: false } as const;
  const first = told({ ...opened(), seats: 2 } as MeetingState, {
    type: 'booked',
    key: 'booked',
    door: 'api',
    invites: [invite],
  });
  const second = told(first.next, {
    type: 'attendee-added',
    key: 'added',
    door: 'api',
    invite,
    booked: true,
  });
  expect(second.events).toMatchObject([{ type: 'meeting.booked', data: { by: 'guest-2' } }]);
  expect(second.events[0]?.data.meeting).toMatchObject({
    attendees: [{}, { id: 'guest' }, { id: 'guest-2' }],
  });
});
