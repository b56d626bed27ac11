import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { decide } from '../../../domain/meeting/decide.ts';
import type { Change } from '../../../domain/meeting/decision.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { calendarEvent, calendarEventRemoved } from '../../../domain/meeting/feed.ts';
import {
  isOver,
  openMeeting,
  type MeetingState,
  type RoomMeetingState,
} from '../../../domain/meeting/state.ts';
import { HOUR, ROOM_INPUT, MINUTE, NOW } from './fixtures.ts';

type Step =
  | { what: 'says'; inMs: number; lengthMs: number; title: string; late: boolean }
  | { what: 'removes'; late: boolean }
  | { what: 'joined' | 'left'; who: string }
  /** No worker runs for a while: what is due happens late. */
  | { what: 'sleeps' }
  | { what: 'cancelled' };

const minutes = (min: number, max: number) => fc.integer({ min, max }).map((count) => count * MINUTE);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('says' as const),
      inMs: minutes(-90, 240),
      lengthMs: minutes(-5, 120),
      title: fc.constantFrom('Weekly', 'Retro', '', 'with max@example.com', 'x'.repeat(300)),
      late: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('removes' as const), late: fc.boolean() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom('joined' as const, 'left' as const),
      who: fc.constantFrom('a', 'b'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ what: 'sleeps' as const }) },
);

const livesWith = (step: fc.Arbitrary<Step>) =>
  fc.record({
    source: fc.constantFrom('feed' as const, 'feed' as const, 'unscheduled' as const),
    startsInMs: minutes(-60, 180),
    steps: fc.array(fc.record({ step, waitMs: minutes(0, 40) }), { maxLength: 40 }),
  });

/** One change in a life: how the meeting stood, what happened, and when. */
interface Moment {
  before: RoomMeetingState;
  event: MeetingEvent;
  nowMs: number;
  change: Change;
}

type Life = { source: 'feed' | 'unscheduled'; startsInMs: number; steps: { step: Step; waitMs: number }[] };

/** Lets a life happen, its deadlines in time unless nobody works, until nothing more is due. */
function live({ source, startsInMs, steps }: Life): Moment[] {
  const startMs = NOW + startsInMs;
  const moments: Moment[] = [];
  let state: RoomMeetingState = openMeeting({ ...ROOM_INPUT, source, startMs, endMs: startMs + HOUR });
  let nowMs = NOW;
  /** A deadline before this happens at it. */
  let awakeMs = NOW;
  const happen = (event: MeetingEvent, atMs: number): boolean => {
    const decision = decide(state, event, atMs);
    if (decision.kind === 'refusal') return false;
    moments.push({ before: state, event, nowMs: atMs, change: decision });
    state = decision.next as RoomMeetingState;
    return true;
  };
  const passUntil = (untilMs: number): void => {
    let inARow = 0;
    for (let due = nextDeadline(state); due && due.atMs <= untilMs; due = nextDeadline(state)) {
      const atMs = Math.max(due.atMs, awakeMs);
      const key = `${due.what}/${moments.length}`;
      if (!happen({ type: 'deadline', key, door: 'clock' }, atMs)) throw new Error(`${due.what} was refused`);
      if ((inARow += 1) > 10) throw new Error(`deadlines without an end: ${due.what}`);
    }
  };
  happen(
    source === 'feed'
      ? calendarEvent('first', 0, { title: 'Weekly', startMs, endMs: startMs + HOUR })
      : { type: 'opened', key: 'first', door: 'api' },
    nowMs,
  );
  let asleep = false;
  steps.forEach(({ step, waitMs }, index) => {
    nowMs += waitMs;
    // When work begins again, what was told meanwhile is heard first.
    if (asleep) awakeMs = nowMs;
    else passUntil(nowMs);
    asleep = step.what === 'sleeps';
    const event = eventOf(step, index, nowMs);
    if (event) happen(event, nowMs);
  });
  passUntil(Number.MAX_SAFE_INTEGER);
  return moments;
}

function eventOf(step: Step, index: number, nowMs: number): MeetingEvent | null {
  const key = `e${index}`;
  switch (step.what) {
    case 'says': {
      const startMs = nowMs + step.inMs;
      const { title, lengthMs } = step;
      return calendarEvent(key, step.late ? 1 : index, { title, startMs, endMs: startMs + lengthMs });
    }
    case 'removes':
      return calendarEventRemoved(key, step.late ? 1 : index);
    case 'joined':
    case 'left':
      return { type: step.what, key, door: 'room', participantId: step.who };
    case 'cancelled':
      return { type: 'cancelled', key, door: 'api', reason: '' };
    case 'sleeps':
      return null;
  }
}

const forEveryLife = (check: (moments: Moment[]) => void, step = anyStep): void => {
  fc.assert(
    fc.property(livesWith(step), (life) => {
      check(live(life));
    }),
    { numRuns: 3_000 },
  );
};

const forcedCloseMs = ({ endMs, timings }: MeetingState): number => endMs + timings.forceCloseMs;
const losesRoom = ({ before, change }: Moment): boolean =>
  before.video.phase === 'ready' && change.next.video.phase !== 'ready';

describe('over any sequence of what calendar and people do', () => {
  it('every meeting ends, and each deadline gets it further', () => {
    forEveryLife((moments) => expect(isOver(moments.at(-1)!.change.next)).toBe(true));
  });

  it('nobody who is inside is thrown out before the forced close', () => {
    forEveryLife((moments) => {
      for (const { before, event, nowMs, change } of moments) {
        const outside = before.video.present.filter((id) => !change.next.video.present.includes(id));
        if (outside.length === 0 || event.type === 'left') continue;
        expect(event.type).toBe('deadline');
        expect(nowMs).toBeGreaterThanOrEqual(forcedCloseMs(before));
      }
    });
  });

  it('the calendar never makes a meeting with people inside end sooner than the forced close after now', () => {
    forEveryLife((moments) => {
      for (const { before, event, nowMs, change } of moments) {
        if (!event.type.startsWith('calendar-event') || before.video.present.length === 0) continue;
        const { next } = change;
        expect([next.status, next.video]).toEqual([before.status, before.video]);
        const usual = Math.min(forcedCloseMs(before), nowMs + before.timings.forceCloseMs);
        expect(forcedCloseMs(next)).toBeGreaterThanOrEqual(usual);
      }
    });
  });

  it('a live meeting that people left keeps its room for them during the grace', () => {
    forEveryLife((moments) => {
      for (const moment of moments) {
        const { before, nowMs } = moment;
        if (!losesRoom(moment) || before.status !== 'live' || before.video.emptySinceMs === null) continue;
        const graceEndsMs = before.video.emptySinceMs + before.timings.graceMs;
        expect(nowMs).toBeGreaterThanOrEqual(Math.min(graceEndsMs, forcedCloseMs(before)));
      }
    });
  });

  it('a live meeting into which nobody came stays until its forced close, unless its calendar says otherwise', () => {
    forEveryLife((moments) => {
      for (const moment of moments) {
        const { before, event, nowMs } = moment;
        if (!losesRoom(moment) || event.type !== 'deadline') continue;
        if (before.video.present.length > 0 || before.video.emptySinceMs !== null) continue;
        expect(nowMs).toBeGreaterThanOrEqual(forcedCloseMs(before));
      }
    });
  });

  it('a meeting that its calendar has, and that is yet to come, is never over', () => {
    forEveryLife((moments) => {
      for (const { before, event, nowMs, change } of moments) {
        if (!isOver(change.next) || before.status === 'open') continue;
        if (before.calendar === undefined || event.type === 'calendar-event-removed') continue;
        if (before.calendar.removed) continue;
        expect(nowMs).toBeGreaterThanOrEqual(change.next.startMs);
      }
    });
  });

  it('the video room is made, kept for longer and let go exactly when the room says so', () => {
    forEveryLife(
      (moments) => {
        for (const { before, change } of moments) {
          const [from, to] = [before.video.phase, change.next.video.phase];
          const kept = to === 'ready' && change.next.endMs > before.endMs ? 'extend' : null;
          const wanted = from === to ? kept : to === 'ready' ? 'ready' : from === 'ready' ? 'close' : null;
          expect(change.video).toBe(wanted);
          expect(change.next.status !== 'live' || to === 'ready').toBe(true);
        }
      },
      fc.oneof(anyStep, fc.constant({ what: 'cancelled' as const })),
    );
  });

  it('nobody gets mail, and what is written can be stored', () => {
    forEveryLife(
      (moments) => {
        for (const { change } of moments) {
          expect([change.messages, change.proposals, change.next.sequence]).toEqual([[], [], 0]);
          const { title, startMs, endMs } = change.next;
          expect(endMs).toBeGreaterThan(startMs);
          expect([...title].length).toBeLessThanOrEqual(200);
          expect(title).not.toMatch(/^$|@/);
        }
      },
      fc.oneof(anyStep, fc.constant({ what: 'cancelled' as const })),
    );
  });

  it('what was said earlier and comes later changes nothing', () => {
    forEveryLife((moments) => {
      let newest = 0;
      for (const { event } of moments) {
        if (event.type !== 'calendar-event' && event.type !== 'calendar-event-removed') continue;
        expect(event.saidMs).toBeGreaterThanOrEqual(newest);
        newest = event.saidMs;
      }
    });
  });
});
