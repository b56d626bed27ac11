import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import type { MessageSpec } from '../../../domain/meeting/message-spec.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { openMeeting, type MeetingState } from '../../../domain/meeting/state.ts';
import {
  booked,
  cancelled,
  changeBy,
  deadline,
  decided,
  HOUR,
  input,
  MINUTE,
  NOW,
  proposed,
} from './fixtures.ts';

const PAUSE = MINUTE;
const withdrawn = (id: string): MeetingEvent =>
  ({ ...decided('declined', 'guest', id), type: 'withdrawn' }) as MeetingEvent;
const bounced: MeetingEvent = {
  type: 'bounced',
  key: 'bounced',
  door: 'mail',
  attendeeId: 'guest',
  method: 'REQUEST',
  sequence: 0,
};

/** Lets events happen, each so many seconds after the booking, with what is due in between. */
function told(events: [seconds: number, event: MeetingEvent][], untilSeconds = 600) {
  let state: MeetingState = openMeeting({ ...input, notesPauseMs: PAUSE });
  const mails: (MessageSpec & { second: number })[] = [];
  const happen = (event: MeetingEvent, nowMs: number): void => {
    const { next, messages } = changeBy(state, event, nowMs);
    state = next;
    mails.push(...messages.map((message) => ({ ...message, second: (nowMs - NOW) / 1000 })));
  };
  const passUntil = (untilMs: number): void => {
    for (let due = nextDeadline(state); due && due.atMs <= untilMs; due = nextDeadline(state)) {
      happen(deadline(), due.atMs);
    }
  };
  for (const [seconds, event] of [[0, booked()] as const, ...events]) {
    passUntil(NOW + seconds * 1000);
    happen(event, NOW + seconds * 1000);
  }
  passUntil(NOW + untilSeconds * 1000);
  const notesTo = (to: 'host' | 'guest') =>
    mails
      .filter((mail) => mail.to === to && mail.kind !== 'invitation')
      .map(({ second, kind, proposal, also }) =>
        [second, kind, proposal?.id ?? null, also?.map((note) => note.kind)].filter(
          (part) => part !== undefined,
        ),
      );
  return { state, notesTo };
}

describe('notes to one person', () => {
  it('that follow each other soon become one mail, of which the first goes at once', () => {
    const { notesTo, state } = told([
      [10, proposed('guest', 'a')],
      [20, proposed('guest', 'b')],
      [30, proposed('guest', 'c')],
    ]);
    expect(notesTo('host')).toEqual([
      [10, 'approval-request', 'a'],
      [70, 'approval-request', 'c'],
    ]);
    expect(nextDeadline(state)?.what).not.toBe('notes-due');
  });

  it('that follow each other slowly are mails of their own, without a deadline between', () => {
    const { notesTo, state } = told([
      [10, proposed('guest', 'a')],
      [70, proposed('guest', 'b')],
    ]);
    expect(notesTo('host')).toEqual([
      [10, 'approval-request', 'a'],
      [70, 'approval-request', 'b'],
    ]);
    expect(state.revision).toBe(3);
  });

  it('say that nothing is left to decide, when that is so', () => {
    const { notesTo } = told([
      [10, proposed('guest', 'a')],
      [20, proposed('guest', 'b')],
      [30, withdrawn('b')],
    ]);
    expect(notesTo('host')).toEqual([
      [10, 'approval-request', 'a'],
      [70, 'proposal-withdrawn', 'b'],
    ]);
  });

  it('say nothing of what came and went before anybody knew', () => {
    const { notesTo } = told([
      [10, proposed('host', 'a')],
      [20, decided('declined', 'guest', 'a')],
      [30, proposed('guest', 'b')],
      [40, withdrawn('b')],
    ]);
    expect(notesTo('host')).toEqual([[20, 'proposal-declined', 'a']]);
  });

  it('tell of all matters in one mail, and first of what is to be decided', () => {
    const { notesTo } = told([
      [10, bounced],
      [20, proposed('host', 'a')],
      [30, decided('declined', 'guest', 'a')],
      [40, proposed('guest', 'b')],
    ]);
    expect(notesTo('host')).toEqual([
      [10, 'not-delivered', null],
      [70, 'approval-request', 'b', ['proposal-declined']],
    ]);
  });

  it('keep nobody else’s waiting', () => {
    const { notesTo } = told([
      [10, proposed('guest', 'a')],
      [20, proposed('host', 'b')],
    ]);
    expect(notesTo('host')).toEqual([[10, 'approval-request', 'a']]);
    expect(notesTo('guest')).toEqual([[20, 'approval-request', 'b']]);
  });

  it('are not told once a newer invitation says more', () => {
    const { notesTo } = told([
      [10, proposed('guest', 'a')],
      [20, proposed('guest', 'b')],
      [25, proposed('host', 'c')],
      [30, decided('approved', 'guest', 'c')],
    ]);
    expect(notesTo('host')).toEqual([
      [10, 'approval-request', 'a'],
      [30, 'update', null],
    ]);
  });

  it('are not told once the meeting is cancelled', () => {
    const { notesTo, state } = told([
      [10, proposed('guest', 'a')],
      [20, proposed('guest', 'b')],
      [30, cancelled()],
    ]);
    expect(notesTo('host').at(-1)).toEqual([30, 'cancellation', null]);
    expect(nextDeadline(state)).toBeNull();
  });

  it('never delay an answer to a COUNTER', () => {
    const { notesTo } = told([
      [10, proposed('guest', 'a')],
      [11, decided('declined', 'host', 'a')],
      [12, proposed('guest', 'b', { door: 'mail' })],
      [13, decided('declined', 'host', 'b')],
      [14, proposed('guest', 'c', { door: 'mail', startMs: NOW - HOUR })],
    ]);
    expect(notesTo('guest')).toEqual([
      [11, 'proposal-declined', 'a'],
      [13, 'proposal-declined', 'b'],
      [14, 'proposal-refused', 'c'],
    ]);
  });

  it('of one moment are one mail', () => {
    const { notesTo } = told(
      [
        [10, proposed('guest', 'a')],
        [10, proposed('host', 'b')],
      ],
      49 * 3600,
    );
    expect(notesTo('guest').slice(1)).toEqual([
      [48 * 3600 + 10, 'proposal-expired', expect.any(String), ['proposal-expired']],
    ]);
  });
});
