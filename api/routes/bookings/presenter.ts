import type { z } from 'zod';
import type { Booking } from '../../../queries/bookings.ts';
import { iso, isoOrNull } from '../fields.ts';
import type { hostBooking } from './schema.ts';

export const presentHostBooking = ({
  uid: _uid,
  tenantId: _tenant,
  ownerId: _owner,
  startMs,
  endMs,
  holdExpiresAt,
  people,
  asksFor,
  ...rest
}: Booking): z.input<typeof hostBooking> => ({
  ...rest,
  startsAt: iso(startMs),
  endsAt: iso(endMs),
  holdExpiresAt: rest.status === 'held' ? isoOrNull(holdExpiresAt) : null,
  awaitsApproval: asksFor !== null,
  asksFor: asksFor && {
    proposalId: asksFor.id,
    startsAt: iso(asksFor.startMs),
    endsAt: iso(asksFor.endMs),
    until: iso(asksFor.untilMs),
  },
  attendees: people.map(({ principalId, ...person }) => ({ ...person, hostId: principalId })),
});
