import { describe, expect, it } from 'vitest';
import { HANDED_OVER } from '../../../domain/meeting/attending.ts';
import type { MeetingEvent } from '../../../domain/meeting/events.ts';
import { openMeeting } from '../../../domain/meeting/state.ts';
import { after, booked, changeBy, GUEST, HOUR, input, invite, NOW, proposed } from './fixtures.ts';

const held = () =>
  openMeeting({
    ...{ ...input, eventTypeId: '7f0c0a51-8f5e-4f6e-9a0b-1c2d3e4f5a6b' },
    hold: { untilMs: NOW + HOUR },
  });
const standing = () => after([booked([GUEST])], NOW, held());

describe('what waits when another host takes a booking', () => {
  it('a request of the guest ends with its host, who is told so with the new one, and the story has it', () => {
    const reassigned: MeetingEvent = {
      ...{ type: 'reassigned', key: 'reassigned', door: 'api', attendeeId: 'host' },
      invite: invite({ role: 'host', required: true }),
    };
    const asked = after([proposed('guest', 'p1')], NOW, standing());
    const { messages, proposals, timeline } = changeBy(asked, reassigned);
    expect(messages.map(({ to, kind, also }) => [to, kind, also?.map((one) => one.kind)])).toEqual([
      ['host', 'cancellation', undefined],
      ['host-2', 'invitation', undefined],
      ['guest', 'refresh', ['proposal-expired']],
    ]);
    expect(proposals).toMatchObject([{ status: 'expired' }]);
    expect(timeline.map(({ what }) => what)).toEqual(['attendee-removed', 'reassigned', 'proposal-expired']);
    const byMail = after([{ ...proposed('guest', 'p1'), door: 'mail' }], NOW, standing());
    expect(changeBy(byMail, reassigned).messages.at(-1)).toMatchObject({
      ...{ to: 'guest', kind: 'proposal-expired', method: 'DECLINECOUNTER', reason: HANDED_OVER },
    });
  });

  it('a host who stays is told, too, that what they were asked about has ended', () => {
    const added: MeetingEvent = {
      ...{ type: 'attendee-added', key: 'second', door: 'api' },
      invite: invite({ role: 'host', required: true }),
    };
    const asked = after([added, proposed('guest', 'p1')], NOW, standing());
    const { messages } = changeBy(asked, {
      ...{ type: 'reassigned', key: 'reassigned', door: 'api', attendeeId: 'host' },
      invite: { ...invite({ role: 'host', required: true }), requestId: 'third' },
    });
    expect(messages.map(({ to, kind }) => [to, kind])).toContainEqual(['host-2', 'proposal-expired']);
  });
});

describe('who has booked it', () => {
  it('learns of another host who it is, and whose place that is; who had it, who has it', () => {
    const { messages } = changeBy(standing(), {
      ...{ type: 'reassigned', key: 'reassigned/1', door: 'api', attendeeId: 'host' },
      invite: { ...invite({ role: 'host', required: true }), requestId: 'other' },
    });
    expect(messages.map(({ to, kind, reason, about, former }) => [to, kind, reason, about, former])).toEqual([
      ['host', 'cancellation', HANDED_OVER, 'host-2', undefined],
      ['host-2', 'invitation', '', null, undefined],
      ['guest', 'refresh', HANDED_OVER, 'host-2', 'host'],
    ]);
  });

  it('is told to the hosts of what is offered to all, and in no other invitation', () => {
    const offeredTo = (from = held()) =>
      changeBy(from, booked([GUEST])).messages.map(({ to, offered: told }) => [to, told]);
    expect(offeredTo()).toEqual([
      ['host', true],
      ['guest', undefined],
    ]);
    expect(offeredTo(openMeeting(input))).toEqual([
      ['host', undefined],
      ['guest', undefined],
    ]);
  });
});
