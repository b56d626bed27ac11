import { describe, expect, it } from 'vitest';
import {
  after,
  answered,
  booked,
  changeBy,
  decided,
  MINUTE,
  moved,
  NOW,
  proposed,
  HOUR,
  input,
  START,
  deadline,
} from './fixtures.ts';
import { openMeeting, withAttendee } from '../../../domain/meeting/state.ts';
import { answerOf } from '../../support/attendees.ts';

describe('an answer', () => {
  it('is recorded for the attendee who gave it', () => {
    const state = after([booked(), answered('guest', 'ACCEPTED')]);
    expect(answerOf(state, 'guest').partstat).toBe('ACCEPTED');
    expect(answerOf(state, 'host').partstat).toBe('NEEDS-ACTION');
  });

  it('counts by DTSTAMP when the SEQUENCE is the same', () => {
    const state = after([
      booked(),
      answered('guest', 'TENTATIVE', { dtstampMs: NOW - 1000 }),
      answered('guest', 'ACCEPTED', { dtstampMs: NOW - 2000 }),
    ]);
    expect(answerOf(state, 'guest').partstat).toBe('TENTATIVE');
    expect(state.timeline.at(-1)?.what).toBe('stale-answer');
  });

  it('of the same second counts in the order of arrival', () => {
    const state = after([booked(), answered('guest', 'TENTATIVE'), answered('guest', 'ACCEPTED')]);
    expect(answerOf(state, 'guest').partstat).toBe('ACCEPTED');
  });

  it('whose DTSTAMP is still to come does not outdate the next one', () => {
    const ahead = answered('guest', 'ACCEPTED', { dtstampMs: NOW + 10 * 60_000 });
    const state = after([booked(), ahead, answered('guest', 'DECLINED', { dtstampMs: NOW - 1000 })]);
    expect(state.status).toBe('cancelled');
  });

  it('that was stored with a time to come does not outdate the next one', () => {
    const before = after([booked(), answered('guest', 'ACCEPTED')]);
    const stored = { ...answerOf(before, 'guest'), dtstampMs: NOW + HOUR };
    const state = withAttendee(before, 'guest', { answer: stored });
    const next = after([answered('guest', 'TENTATIVE', { dtstampMs: NOW - 1000 })], NOW, state);
    expect(answerOf(next, 'guest').partstat).toBe('TENTATIVE');
  });

  it('with no true DTSTAMP is followed by what was given a little before it arrived, not by what is old', () => {
    const undated = after([booked(), answered('guest', 'ACCEPTED', { undated: true })]);
    const then = (agoMs: number) =>
      answerOf(after([answered('guest', 'TENTATIVE', { dtstampMs: NOW - agoMs })], NOW, undated), 'guest')
        .partstat;
    expect(then(60_000)).toBe('TENTATIVE');
    expect(then(10 * 60_000)).toBe('ACCEPTED');
  });

  it('with a SEQUENCE that we never sent counts as one to what we sent last', () => {
    const raised = after([booked(), answered('guest', 'ACCEPTED', { sequence: 7 })]);
    const again = after([answered('guest', 'TENTATIVE', { dtstampMs: NOW + 1 })], NOW, raised);
    expect(answerOf(again, 'guest').partstat).toBe('TENTATIVE');
  });

  it('is forgotten when the backend changes the time', () => {
    const state = after([booked(), answered('guest', 'ACCEPTED'), moved(1)]);
    expect(answerOf(state, 'guest')).toEqual({ partstat: 'NEEDS-ACTION', sequence: 1, dtstampMs: 0 });
  });

  it('is an acceptance of a new time by who proposed and who approved it, whatever it was before', () => {
    const asked = after([booked(), answered('guest', 'TENTATIVE'), proposed('guest', 'p')]);
    const state = after([decided('approved', 'host', 'p')], NOW + HOUR, asked);
    for (const id of ['host', 'guest'])
      expect(answerOf(state, id)).toEqual({ partstat: 'ACCEPTED', sequence: 1, dtstampMs: NOW + HOUR });
  });

  it('by mail counts after that as after any other answer: at the new SEQUENCE, and not if it is older', () => {
    const soft = after([booked()], NOW, openMeeting({ ...input, policy: 'soft' }));
    const state = after([proposed('guest', 'p'), decided('approved', 'host', 'p')], NOW, soft);
    const then = (sequence: number, dtstampMs: number) =>
      answerOf(after([answered('host', 'DECLINED', { sequence, dtstampMs })], NOW + HOUR, state), 'host')
        .partstat;
    expect(then(1, NOW + MINUTE)).toBe('DECLINED');
    expect(then(1, NOW - MINUTE)).toBe('ACCEPTED');
    expect(then(0, NOW + MINUTE)).toBe('ACCEPTED');
  });
});

describe('a decline', () => {
  it('cancels for both under the strict policy, once', () => {
    const change = changeBy(after([booked()]), answered('guest', 'DECLINED'));
    expect(change.next.status).toBe('cancelled');
    expect(change.next.sequence).toBe(1);
    expect(change.messages.map((m) => [m.to, m.method, m.sequence])).toEqual([
      ['host', 'CANCEL', 1],
      ['guest', 'CANCEL', 1],
    ]);
    expect(change.timeline.map((line) => line.what)).toEqual(['declined', 'cancelled']);
  });

  it('is recorded and nothing more under the soft policy', () => {
    const change = changeBy(
      after([booked()], NOW, openMeeting({ ...input, policy: 'soft' })),
      answered('host', 'DECLINED'),
    );
    expect(change.next.status).toBe('scheduled');
    expect(answerOf(change.next, 'host').partstat).toBe('DECLINED');
    expect(change.messages).toEqual([]);
  });

  it('to an earlier SEQUENCE does not cancel the new time', () => {
    const agreed = after([booked(), proposed('guest', 'p'), decided('approved', 'host', 'p')]);
    const change = changeBy(agreed, answered('guest', 'DECLINED', { sequence: 0, dtstampMs: NOW + HOUR }));
    expect(change.next.status).toBe('scheduled');
    expect(answerOf(change.next, 'guest').partstat).toBe('ACCEPTED');
  });

  it('of a time that its attendee had approved cancels as any other', () => {
    const agreed = after([booked(), proposed('guest', 'p'), decided('approved', 'host', 'p')]);
    const change = changeBy(agreed, answered('host', 'DECLINED', { sequence: 1, dtstampMs: NOW + HOUR }));
    expect(change.next.status).toBe('cancelled');
  });

  it('of a live meeting is recorded and does not end it', () => {
    const live = after([deadline(), deadline()], START, after([booked()]));
    expect(live.status).toBe('live');
    expect(changeBy(live, answered('guest', 'DECLINED'), START + 1).next.status).toBe('live');
  });

  it('with a proposal open ends the proposal too', () => {
    const change = changeBy(after([booked(), proposed('host', 'p')]), answered('guest', 'DECLINED'));
    expect(change.proposals).toMatchObject([{ proposal: { id: 'p' }, status: 'expired' }]);
    expect(change.next.proposals).toEqual([]);
  });
});
