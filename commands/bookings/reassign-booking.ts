import { insertInviteRequest } from '../../adapters/postgres/booked-meetings.ts';
import { attendeeOfRequest } from '../../adapters/postgres/attendees.ts';
import { eventTypeById } from '../../adapters/postgres/booking/event-types.ts';
import { principalById } from '../../adapters/postgres/people/principals.ts';
import type { EventType } from '../../domain/booking/event-type.ts';
import { readTurns } from '../../adapters/postgres/booking/turns.ts';
import { hostsFor } from '../../domain/booking/offer.ts';
import type { AttendeeId } from '../../domain/meeting/attendee-id.ts';
import type { Actor } from '../../policies/actor.ts';
import { offerOf, type Booking, type BookingName } from '../../queries/bookings.ts';
import { InvalidInput } from '../invalid-input.ts';
import type { BookingDeps } from '../booking/slot-request.ts';
import { nearestSlots } from '../../queries/slots.ts';
import { SlotTaken } from '../booking/slot-taken.ts';
import { openBooking } from './change-booking.ts';

/**
 * Gives a booking to another host: the one that is named, or whose turn it is of those who can.
 *
 * @returns the new host's id in the meeting
 * @throws NotPermitted; InvalidInput nobody else is a host of the event type; SlotTaken nobody of them has time; MeetingRefused, EngineUnavailable
 */
export async function reassignBooking(
  deps: BookingDeps,
  actor: Actor,
  named: BookingName & {
    /** Whose place it is; absent: the first host's. */
    attendeeId?: AttendeeId | undefined;
    /** A principal; absent: whose turn it is. */
    hostId?: string | undefined;
    requestKey: string;
  },
): Promise<AttendeeId> {
  const { booking, meeting } = await openBooking(deps, actor, named);
  const before = await attendeeOfRequest(deps.knex, named.requestKey);
  if (before !== null) return before;
  const leaving = hostOf(booking, named.attendeeId);
  const hostId = await nextHost(deps, booking, named.hostId);
  const next = await principalById(deps.knex, booking.tenantId, hostId);
  const email = next?.addresses[0]?.address;
  if (email === undefined) throw new InvalidInput('hostId', 'must be a host of the event type');
  await insertInviteRequest(deps.knex, {
    ...{ id: named.requestKey, tenantId: booking.tenantId, meetingId: booking.id, person: { email } },
  });
  await deps.meetings.update(meeting.uid, {
    type: 'reassigned',
    key: `reassigned/${named.requestKey}`,
    door: 'api',
    attendeeId: leaving,
    invite: { requestId: named.requestKey, role: 'host', required: true },
  });
  const id = await attendeeOfRequest(deps.knex, named.requestKey);
  if (id === null) throw new Error('the host was invited, and is not in the database');
  return id;
}

function hostOf({ people }: Booking, wanted: AttendeeId | undefined): AttendeeId {
  const host = people.find(({ id, role }) => role === 'host' && (wanted === undefined || id === wanted));
  if (!host) throw new InvalidInput('attendeeId', 'must be a host of the booking');
  return host.id;
}

/** Of the event type's other hosts one who has time; what is decided here is decided again where it is written. */
async function nextHost(deps: BookingDeps, booking: Booking, wanted: string | undefined): Promise<string> {
  const { knex, clock } = deps;
  const eventType = await eventTypeById(knex, booking.tenantId, booking.eventTypeId);
  const others = otherHosts(eventType, booking);
  if (!eventType || others.length === 0 || (wanted !== undefined && !others.includes(wanted)))
    throw new InvalidInput('hostId', 'must be another host of the event type');
  const { startMs } = booking;
  const hostIds = wanted === undefined ? others : [wanted];
  const { offer, lengthMinutes } = await offerOf(knex, eventType, booking, hostIds);
  const one = {
    ...offer,
    eventType: { ...offer.eventType, together: { kind: 'one' as const }, active: true },
  };
  const nowMs = clock.nowMs();
  const turns = await readTurns(knex, eventType, nowMs);
  const [chosen] = hostsFor(one, { lengthMinutes, nowMs }, startMs, { turns }) ?? [];
  if (chosen === undefined) throw new SlotTaken(await nearestSlots(deps, eventType, lengthMinutes, startMs));
  return chosen;
}

function otherHosts(eventType: EventType | null, booking: Booking): string[] {
  // A guest may be a host of the event type, and cannot be one of their own meeting.
  const present = booking.people.map(({ principalId }) => principalId);
  return (eventType?.hosts ?? []).map(({ principalId }) => principalId).filter((id) => !present.includes(id));
}
