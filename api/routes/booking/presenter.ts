import type { z } from 'zod';
import type { BookedMeeting } from '../../../queries/bookable.ts';
import type { HostReason, OfferedSlot } from '../../../domain/booking/offer.ts';
import { isoOn } from '../../../domain/time/iso.ts';
import type { Clock } from '../../../domain/time/zone.ts';
import { iso } from '../fields.ts';
import type { booking, explanation, slots } from './schema.ts';

type Slot = z.input<typeof slots>['slots'][number];

export const presentSlot = (clock: Clock, { startMs, endMs, seatsLeft }: OfferedSlot): Slot => ({
  startsAt: isoOn(clock, startMs),
  endsAt: isoOn(clock, endMs),
  ...(seatsLeft !== undefined && { seatsLeft }),
});

type ToldHost = z.input<typeof explanation>['hosts'][number];

/** @param isOwn whoever asks may know what is in the way, and whose */
export function presentReason({ principalId, reason }: HostReason, isOwn: boolean): ToldHost {
  return {
    hostId: isOwn ? principalId : null,
    reason: reason?.code ?? null,
    ...(reason?.code === 'outside-hours' &&
      isOwn && { rule: reason.rule, ...(reason.journey !== null && { journeyTimezone: reason.journey }) }),
    ...(isOwn && reason && 'by' in reason ? sourceOf(reason.by.source) : {}),
  };
}

type Source = Extract<NonNullable<HostReason['reason']>, { by: unknown }>['by']['source'];

function sourceOf(source: Source): Pick<ToldHost, 'source' | 'sourceId'> {
  switch (source.kind) {
    case 'meeting':
      return { source: 'meeting', sourceId: source.meetingId };
    case 'place':
      return { source: 'place', sourceId: source.principalId };
    case 'calendar':
      return { source: 'calendar' };
  }
}

export const presentBooking = (meeting: BookedMeeting): z.input<typeof booking> => {
  const isHeld = meeting.status === 'held';
  return {
    id: meeting.id,
    eventTypeId: meeting.eventTypeId ?? '',
    status: meeting.status,
    startsAt: iso(meeting.startMs),
    endsAt: iso(meeting.endMs),
    holdExpiresAt: isHeld && meeting.holdExpiresAt ? iso(meeting.holdExpiresAt) : null,
    awaitsApproval: meeting.awaitsApproval,
  };
};
