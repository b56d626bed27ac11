import { describe, expect, it } from 'vitest';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { answerOf } from '../../support/attendees.ts';
import { openMeeting } from '../../../domain/meeting/state.ts';
import { after, answered, booked, changeBy, input, NOW, refusalOf, START } from './fixtures.ts';

const byLink = (...given: Parameters<typeof answered>): MeetingEvent => ({
  ...answered(...given),
  door: 'link',
});
const cancelledBy = (attendeeId: string): MeetingEvent => ({
  ...{ type: 'cancelled', key: `cancelled/${attendeeId}`, door: 'link' },
  ...{ attendeeId, reason: 'Ill' },
});
const soft = openMeeting({ ...input, policy: 'soft' });

describe('an answer by a link', () => {
  it('is the newest, whatever the clock of a calendar program has said', () => {
    const state = after([
      booked(),
      answered('guest', 'TENTATIVE'),
      byLink('guest', 'ACCEPTED', { dtstampMs: NOW - 60_000 }),
    ]);
    expect(answerOf(state, 'guest').partstat).toBe('ACCEPTED');
  });

  it('is to the time that was shown, until the meeting starts', () => {
    const state = after([booked()]);
    expect(refusalOf(state, byLink('guest', 'ACCEPTED', { sequence: -1 }))).toBe('stale-sequence');
    expect(refusalOf(state, byLink('guest', 'ACCEPTED'), START)).toBe('meeting-started');
  });

  it('cancels where a decline by mail does', () => {
    expect(after([booked(), byLink('guest', 'DECLINED')]).status).toBe('cancelled');
    expect(after([booked(), byLink('guest', 'DECLINED')], NOW, soft).status).toBe('scheduled');
  });
});

describe('a meeting is cancelled by who takes part', () => {
  it('by a host, and by whoever’s decline does the same', () => {
    for (const id of ['host', 'guest']) {
      const { next, messages, timeline } = changeBy(after([booked()]), cancelledBy(id));
      expect(next.status).toBe('cancelled');
      expect(messages.map(({ to, method, reason }) => [to, method, reason])).toEqual([
        ['host', 'CANCEL', 'Ill'],
        ['guest', 'CANCEL', 'Ill'],
      ]);
      expect(timeline).toMatchObject([{ what: 'cancelled', by: id, door: 'link' }]);
    }
  });

  it('and by nobody else, nor once it has begun', () => {
    const state = after([booked()], NOW, soft);
    expect(refusalOf(state, cancelledBy('guest'))).toBe('may-not-cancel');
    expect(refusalOf(state, cancelledBy('guest-9'))).toBe('not-attending');
    expect(refusalOf(state, cancelledBy('host'), START)).toBe('meeting-started');
  });
});
