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
  ...rest
}: Booking): z.input<typeof hostBooking> => ({
  ...rest,
  startsAt: iso(startMs),
  endsAt: iso(endMs),
  holdExpiresAt: rest.status === 'held' ? isoOrNull(holdExpiresAt) : null,
  attendees: people.map(({ principalId, ...person }) => ({ ...person, hostId: principalId })),
});
