import { cancelBooking, moveBooking } from '../../../commands/bookings/change-booking.ts';
import { decideBooking } from '../../../commands/bookings/decide-booking.ts';
import { reassignBooking } from '../../../commands/bookings/reassign-booking.ts';
import { openZone, UTC_CLOCK } from '../../../domain/time/zone.ts';
import type { Actor } from '../../../policies/actor.ts';
import { bookingFor, bookingsFor, slotsToMoveTo } from '../../../queries/bookings.ts';
import { presentSlot } from '../booking/presenter.ts';
import { slots } from '../booking/schema.ts';
import { namedBy, tenantOf } from '../named-by.ts';
import { nextAfter } from '../fields.ts';
import { defineRoute, type Route } from '../route.ts';
import { presentHostBooking } from './presenter.ts';
import {
  bookingPage,
  bookingParams,
  bookingsQuery,
  cancelBody,
  decideBody,
  hostBooking,
  moveBody,
  moveSlotsQuery,
  reassignBody,
} from './schema.ts';

const named = (actor: Actor, { bookingId }: { bookingId: string }) =>
  namedBy(actor, bookingId, 'The booking');

const listRoute = defineRoute({
  method: 'get',
  path: '/api/bookings',
  operationId: 'listBookings',
  resource: 'Bookings',
  summary: 'See what is booked',
  description:
    'For the key those of the tenant, or of one member; with a session one’s own, as a host or as the owner of the event type.',
  auth: { kind: 'key-or-session' },
  query: bookingsQuery,
  answer: { status: 200, description: 'A page of bookings.', schema: bookingPage },
  problems: ['not-found'],
  handler: async ({ deps, actor, query: { hostId, which, eventTypeId, search, after, limit } }) => {
    const principalId = actor.kind === 'member' ? (hostId ?? actor.principalId) : hostId;
    const filter = { principalId, which, eventTypeId, search, after, limit };
    const found = await bookingsFor(deps, actor, tenantOf(actor, 'The bookings'), filter);
    return {
      bookings: found.map(presentHostBooking),
      next: nextAfter(found, limit, ({ startMs, id }) => `${startMs}.${id}`),
    };
  },
});

const showRoute = defineRoute({
  method: 'get',
  path: '/api/bookings/{bookingId}',
  operationId: 'getBooking',
  resource: 'Bookings',
  summary: 'See a booking',
  description: 'For its hosts, the owner of its event type, and the key.',
  auth: { kind: 'key-or-session' },
  params: bookingParams,
  answer: { status: 200, description: 'The booking.', schema: hostBooking },
  problems: ['not-found'],
  handler: async ({ deps, actor, params }) =>
    presentHostBooking(await bookingFor(deps, actor, named(actor, params))),
});

const slotsRoute = defineRoute({
  method: 'get',
  path: '/api/bookings/{bookingId}/available-slots',
  operationId: 'getSlotsToMoveTo',
  resource: 'Bookings',
  summary: 'See when a booking could be instead',
  description: 'With the hosts that it has; its own time is no reason against another one.',
  auth: { kind: 'key-or-session' },
  params: bookingParams,
  query: moveSlotsQuery,
  etag: true,
  answer: { status: 200, description: 'The slots that are free now.', schema: slots },
  problems: ['not-found'],
  handler: async ({ deps, actor, params, query: { from, to, timezone } }) => {
    const booking = await bookingFor(deps, actor, named(actor, params));
    const zone = openZone(timezone ?? 'UTC');
    const found = await slotsToMoveTo(deps, booking, { startMs: from, endMs: to });
    return {
      timezone: zone?.name ?? 'UTC',
      lengthMinutes: (booking.endMs - booking.startMs) / 60_000,
      slots: found.map((slot) => presentSlot(zone ?? UTC_CLOCK, slot)),
    };
  },
});

const moveRoute = defineRoute({
  method: 'post',
  path: '/api/bookings/{bookingId}/move',
  operationId: 'moveBooking',
  resource: 'Bookings',
  summary: 'Move a booking',
  description: 'Also to a time that is not offered, as long as everybody is free; everybody is invited anew.',
  auth: { kind: 'key-or-session' },
  params: bookingParams,
  body: moveBody,
  answer: { status: 200, description: 'The booking, as it is now.', schema: hostBooking },
  problems: [
    'not-found',
    'host-busy',
    'guest-busy',
    'room-busy',
    'resource-busy',
    'time-past',
    'time-empty',
    'time-unchanged',
    'meeting-over',
    'meeting-started',
    'not-booked',
    'stale-sequence',
    'engine-unavailable',
  ],
  handler: async ({ deps, actor, params, body: { startsAt, endsAt }, requestKey }) => {
    const name = named(actor, params);
    const { startMs, endMs } = await bookingFor(deps, actor, name);
    const time = { startMs: startsAt, endMs: endsAt ?? startsAt + (endMs - startMs) };
    await moveBooking(deps, actor, { ...name, time, requestKey });
    return presentHostBooking(await bookingFor(deps, actor, name));
  },
});

const cancelRoute = defineRoute({
  method: 'post',
  path: '/api/bookings/{bookingId}/cancel',
  operationId: 'cancelBooking',
  resource: 'Bookings',
  summary: 'Cancel a booking, or give a hold back',
  description: 'Everybody who is invited is told. One that is cancelled stays as it is.',
  auth: { kind: 'key-or-session' },
  params: bookingParams,
  body: cancelBody,
  answer: { status: 200, description: 'The booking, as it is now.', schema: hostBooking },
  problems: ['not-found', 'meeting-over', 'engine-unavailable'],
  handler: async ({ deps, actor, params, body, requestKey: _key }) => {
    const name = named(actor, params);
    await cancelBooking(deps, actor, { ...name, reason: body.reason ?? '' });
    return presentHostBooking(await bookingFor(deps, actor, name));
  },
});

/** Both routes that decide about what a guest asks the hosts for. */
const decideRoute = (
  decision: 'approve' | 'decline',
  words: { operationId: string; summary: string; description: string },
) =>
  defineRoute({
    method: 'post',
    path: `/api/bookings/{bookingId}/${decision}`,
    ...words,
    resource: 'Bookings',
    auth: { kind: 'key-or-session' },
    params: bookingParams,
    body: decideBody,
    answer: { status: 200, description: 'The booking, as it is now.', schema: hostBooking },
    problems: [
      'not-found',
      'proposal-gone',
      'not-asked',
      'already-approved',
      'host-busy',
      'guest-busy',
      'room-busy',
      'slot-taken',
      'time-past',
      'meeting-started',
      'meeting-over',
      'engine-unavailable',
    ],
    handler: async ({ deps, actor, params, body }) => {
      const name = named(actor, params);
      await decideBooking(deps, actor, { ...name, decision, proposalId: body?.proposalId });
      return presentHostBooking(await bookingFor(deps, actor, name));
    },
  });

const approveRoute = decideRoute('approve', {
  operationId: 'approveBooking',
  summary: 'Approve what a guest asks for: a booking, or another time',
  description:
    'A host for themselves, and the key for all hosts who are still asked; with the last of them it is booked, or moved, and everybody gets an invitation. Where nothing waits for them: 409.',
});

const declineRoute = decideRoute('decline', {
  operationId: 'declineBooking',
  summary: 'Decline what a guest asks for: a booking, or another time',
  description:
    'The time that was asked for is free again, and the guest is told; a booking that asks for another time stays where it is. Where nothing waits for the hosts: 409; what is booked is cancelled instead.',
});

const reassignRoute = defineRoute({
  method: 'post',
  path: '/api/bookings/{bookingId}/reassign',
  operationId: 'reassignBooking',
  resource: 'Bookings',
  summary: 'Give a booking to another host',
  description:
    'One who is free then. Who had it gets a cancellation, who has it an invitation, and the guests theirs once more.',
  auth: { kind: 'key-or-session' },
  params: bookingParams,
  body: reassignBody,
  answer: { status: 200, description: 'The booking, as it is now.', schema: hostBooking },
  problems: [
    'not-found',
    'slot-taken',
    'not-booked',
    'meeting-over',
    'meeting-started',
    'engine-unavailable',
  ],
  handler: async ({ deps, actor, params, body, requestKey }) => {
    const name = named(actor, params);
    await reassignBooking(deps, actor, { ...name, ...body, requestKey });
    return presentHostBooking(await bookingFor(deps, actor, name));
  },
});

export const bookingsRoutes: readonly Route[] = [
  listRoute,
  showRoute,
  slotsRoute,
  moveRoute,
  cancelRoute,
  approveRoute,
  declineRoute,
  reassignRoute,
];
