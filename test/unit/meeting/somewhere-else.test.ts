import { describe, expect, it } from 'vitest';
import { nextDeadline } from '../../../domain/meeting/deadline.ts';
import { openMeeting } from '../../../domain/meeting/state.ts';
import { after, booked, changeBy, deadline, GUEST, HOUR, input, NOW, START } from './fixtures.ts';

const held = openMeeting({
  ...input,
  eventTypeId: '7f0c0a51-8f5e-4f6e-9a0b-1c2d3e4f5a6b',
  hold: { untilMs: NOW + HOUR },
  online: false,
});

describe('a booking that takes place somewhere else', () => {
  const elsewhere = after([booked([GUEST])], NOW, held);

  it('has no link to a video room in any mail', () => {
    const { messages } = changeBy(held, booked([GUEST]));
    expect(messages.map(({ to, leads }) => [to, leads])).toEqual([
      ['host', ['answer', 'propose']],
      ['guest', ['propose', 'cancel']],
    ]);
  });

  it('opens no video room, starts and is over by itself', () => {
    const days = { ...elsewhere, reminders: { mailMinutesBefore: [], alarmMinutesBefore: [] } };
    expect(nextDeadline(days)).toMatchObject({ what: 'start', atMs: START });
    const live = changeBy(days, deadline(), START);
    expect([live.next.status, live.video]).toEqual(['live', null]);
    const over = nextDeadline(live.next)!;
    expect(over.what).toBe('forced-close');
    const closed = changeBy(live.next, deadline(), over.atMs);
    expect([closed.next.status, closed.video]).toEqual(['closed', null]);
  });
});
