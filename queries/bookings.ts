import type { Knex } from 'knex';
import {
  bookingById,
  listBookings,
  type Booking,
  type BookingFilter,
} from '../adapters/postgres/booking/bookings.ts';
import { eventTypeById } from '../adapters/postgres/booking/event-types.ts';
import { readOffer } from '../adapters/postgres/booking/offer.ts';
import { addressesInMeeting } from '../adapters/postgres/people/person.ts';
import type { EventType } from '../domain/booking/event-type.ts';
import { explainOffer, offeredSlots, type Offer, type OfferedSlot } from '../domain/booking/offer.ts';
import { hideAddressesAndThese } from '../domain/meeting/privacy.ts';
import type { Instant, TimeRange } from '../domain/time/instant.ts';
import type { Actor } from '../policies/actor.ts';
import { may, type Action } from '../policies/may.ts';
import { NotPermitted } from '../policies/not-permitted.ts';
import type { QueryDeps } from './deps.ts';

export type { Booking, BookingFilter, BookingPerson } from '../adapters/postgres/booking/bookings.ts';

type Deps = Pick<QueryDeps, 'knex' | 'clock'>;

export interface BookingName {
  tenantId: string;
  id: string;
}

/** The members who are its hosts, as principals. */
export const hostIdsOf = ({ people }: Pick<Booking, 'people'>): string[] =>
  people.flatMap(({ role, principalId }) => (role === 'host' && principalId !== null ? [principalId] : []));

/** A booking for whoever may do that to it. @throws NotPermitted also where there is none of this id */
export async function requireBooking(
  { knex }: Pick<QueryDeps, 'knex'>,
  actor: Actor,
  action: Extract<Action, `booking.${string}`>,
  { tenantId, id }: BookingName,
): Promise<Booking> {
  const booking = await bookingById(knex, tenantId, id);
  if (!booking) throw new NotPermitted('The booking');
  if (!may(actor, action, { tenantId, ownerId: booking.ownerId, hostIds: hostIdsOf(booking) }))
    throw new NotPermitted('The booking');
  return booking;
}

/** One booking; no text in it has an address. @throws NotPermitted also where there is none of this id */
export async function bookingFor(deps: Deps, actor: Actor, named: BookingName): Promise<Booking> {
  return shown(deps, await requireBooking(deps, actor, 'booking.see', named));
}

/** Those of a member, or of the whole tenant where none is named. @throws NotPermitted */
export async function bookingsFor(
  deps: Deps,
  actor: Actor,
  tenantId: string,
  filter: BookingFilter,
): Promise<Booking[]> {
  const { principalId } = filter;
  if (!may(actor, 'bookings.list', { tenantId, ...(principalId !== undefined && { id: principalId }) }))
    throw new NotPermitted(principalId === undefined ? 'The tenant' : 'The member');
  const found = await listBookings(deps.knex, tenantId, filter, deps.clock.nowMs());
  return Promise.all(found.map((booking) => shown(deps, booking)));
}

/** What guests write may have an address in it that is not meant for hosts. */
async function shown({ knex }: Pick<QueryDeps, 'knex'>, booking: Booking): Promise<Booking> {
  const addresses = await addressesInMeeting(knex, booking.id);
  const hide = (text: string) => hideAddressesAndThese(text, addresses);
  return {
    ...booking,
    cancelReason: booking.cancelReason === null ? null : hide(booking.cancelReason),
    people: booking.people.map((person) => ({
      ...person,
      name: person.name === null ? null : hide(person.name),
      answers: person.answers.map(({ label, value }) => ({ label, value: hide(value) })),
    })),
  };
}

/**
 * When a booking could be instead, with the hosts that it has; its own time is no reason against another one.
 *
 * @returns empty also where its event type is gone
 */
export async function slotsToMoveTo(deps: Deps, booking: Booking, range: TimeRange): Promise<OfferedSlot[]> {
  const eventType = await eventTypeById(deps.knex, booking.tenantId, booking.eventTypeId);
  return eventType ? slotsInstead(deps, { booking, eventType }, range) : [];
}

/** What decides whether other hosts can have a booking at its time. */
export async function offerOf(
  knex: Knex,
  eventType: EventType,
  { id, startMs, endMs }: Booking,
  hostIds: readonly string[],
): Promise<{ offer: Offer; lengthMinutes: number }> {
  const range = { startMs, endMs: startMs + 1 };
  const offer = await readOffer(knex, eventType, range, { hostIds, except: id });
  return { offer, lengthMinutes: (endMs - startMs) / 60_000 };
}

/** Who of some of its event type's hosts can have a booking at its time, as reassigning it decides. @returns empty also where its event type is gone */
export async function hostsWithTime(
  { knex, clock }: Deps,
  booking: Booking,
  hostIds: readonly string[],
): Promise<string[]> {
  const eventType = await eventTypeById(knex, booking.tenantId, booking.eventTypeId);
  if (!eventType) return [];
  const { offer, lengthMinutes } = await offerOf(knex, eventType, booking, hostIds);
  const asked = { lengthMinutes, nowMs: clock.nowMs() };
  return explainOffer(offer, asked, booking.startMs).flatMap(({ principalId, reason }) =>
    reason === null ? [principalId] : [],
  );
}

/** A booking, and what it is of. */
export interface OfType {
  booking: Booking;
  eventType: EventType;
}

/** The booking that a meeting is; null: it is none, or its event type is gone. */
export async function bookingOfType(
  { knex }: Pick<QueryDeps, 'knex'>,
  tenantId: string,
  meetingId: string,
): Promise<OfType | null> {
  const booking = await bookingById(knex, tenantId, meetingId);
  const eventType = booking && (await eventTypeById(knex, tenantId, booking.eventTypeId));
  return booking && eventType ? { booking, eventType } : null;
}

/** As `slotsToMoveTo`, of what was read already. */
export async function slotsInstead(
  { knex, clock }: Deps,
  { booking, eventType }: OfType,
  range: TimeRange,
): Promise<OfferedSlot[]> {
  const offer = await readOffer(knex, eventType, range, {
    except: booking.id,
    hostIds: hostIdsOf(booking),
  });
  const lengthMinutes = (booking.endMs - booking.startMs) / 60_000;
  // Whether it can still be booked by others does not matter to who has it.
  const own: Pick<EventType, 'together' | 'seats' | 'active'> = {
    together: { kind: 'all' },
    seats: 1,
    active: true,
  };
  const slots = offeredSlots(
    { ...offer, eventType: { ...offer.eventType, ...own } },
    { lengthMinutes, nowMs: clock.nowMs() },
    range,
  );
  return slots.filter(({ startMs }) => startMs !== booking.startMs);
}

/** When the holder of a link could meet instead, and whether a host has to approve it; null: the meeting has no slots. */
export async function slotsForLink(
  deps: Deps,
  { tenantId, meetingId }: { tenantId: string; meetingId: string },
  range: TimeRange,
): Promise<{ slots: OfferedSlot[]; fromMs: Instant; isAsked: boolean } | null> {
  const found = await bookingOfType(deps, tenantId, meetingId);
  // A guest among many cannot move the meeting.
  if (!found || found.booking.seats > 1) return null;
  return {
    slots: await slotsInstead(deps, found, range),
    fromMs: range.startMs,
    isAsked: found.eventType.requiresApproval,
  };
}
