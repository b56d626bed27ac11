import { bookSlot } from '../../../commands/booking/book-slot.ts';
import { holdSlot } from '../../../commands/booking/hold-slot.ts';
import { knownLength } from '../../../commands/booking/slot-request.ts';
import { openZone, UTC_CLOCK } from '../../../domain/time/zone.ts';
import { bookableFor } from '../../../queries/bookable.ts';
import { explainFor } from '../../../queries/slots.ts';
import { NotPermitted } from '../../../policies/not-permitted.ts';
import { iso, isUuid } from '../fields.ts';
import { ReadyAnswer } from '../ready-answer.ts';
import { defineRoute, type Route } from '../route.ts';
import { presentBooking, presentReason, presentSlot } from './presenter.ts';
import {
  bookBody,
  booking,
  eventTypeParams,
  explainQuery,
  explanation,
  holdBody,
  slots,
  slotsQuery,
} from './schema.ts';

const slotsRoute = defineRoute({
  method: 'get',
  path: '/api/event-types/{eventTypeId}/available-slots',
  operationId: 'getAvailableSlots',
  resource: 'Bookings',
  summary: 'See when an event type can be booked',
  description:
    'Of at most 92 days, by start, in the zone of whoever asks. For everybody where the event type is public; else by a link of it, by key or by its owner’s session. Answers with an ETag.',
  auth: { kind: 'anyone' },
  params: eventTypeParams,
  query: slotsQuery,
  etag: true,
  answer: { status: 200, description: 'The slots that are free now.', schema: slots },
  problems: ['not-found', 'link-spent'],
  handler: ({ deps, actor, params, query: { from, to, timezone, length, link } }) =>
    deps.rememberedSlots.find(actor, {
      ...named(params, link),
      range: { startMs: from, endMs: to },
      present(eventType) {
        const lengthMinutes = knownLength(eventType, length, 'length');
        const zone = openZone(eventType.lockedTimezone ?? timezone ?? 'UTC');
        const clock = zone ?? UTC_CLOCK;
        const told = zone?.name ?? 'UTC';
        return {
          name: `${lengthMinutes}/${told}`,
          lengthMinutes,
          answer: (found) =>
            new ReadyAnswer({
              timezone: told,
              lengthMinutes,
              slots: found.map((slot) => presentSlot(clock, slot)),
            }),
        };
      },
    }),
});

const explainRoute = defineRoute({
  method: 'get',
  path: '/api/event-types/{eventTypeId}/explain',
  operationId: 'explainSlot',
  resource: 'Bookings',
  summary: 'See why a time is not offered',
  description: 'Host by host. What is in the way, and whose time it is, only its owner and the key are told.',
  auth: { kind: 'anyone' },
  params: eventTypeParams,
  query: explainQuery,
  answer: { status: 200, description: 'Whether it is offered, and why not.', schema: explanation },
  problems: ['not-found', 'link-spent'],
  handler: async ({ deps, actor, params, query: { at, length, link } }) => {
    const { eventType, isOwn } = await bookableFor(deps, actor, named(params, link));
    const told = await explainFor(deps, eventType, knownLength(eventType, length, 'length'), at);
    return {
      at: iso(at),
      offered: told.isOffered,
      hosts: told.hosts.map((host) => presentReason(host, isOwn)),
    };
  },
});

const holdRoute = defineRoute({
  method: 'post',
  path: '/api/event-types/{eventTypeId}/hold',
  operationId: 'holdSlot',
  resource: 'Bookings',
  summary: 'Hold a slot for ten minutes',
  description:
    'A meeting in status `held`: nobody else can book its time. Book it with its id, or it is given back. A link of a single use is spent when one of the times that are held with it is booked.',
  auth: { kind: 'anyone' },
  params: eventTypeParams,
  body: holdBody,
  answer: { status: 201, description: 'The hold.', schema: booking },
  problems: [
    'not-found',
    'link-spent',
    'slot-taken',
    'too-many-holds',
    'too-many-requests',
    'engine-unavailable',
  ],
  handler: async ({ deps, actor, params, body, requestKey, counted }) =>
    presentBooking(
      await holdSlot(deps, actor, {
        eventTypeId: named(params).id,
        startMs: body.startsAt,
        lengthMinutes: body.lengthMinutes,
        token: body.link,
        counted,
        requestKey,
      }),
    ),
});

const bookRoute = defineRoute({
  method: 'post',
  path: '/api/event-types/{eventTypeId}/book',
  operationId: 'bookSlot',
  resource: 'Bookings',
  summary: 'Book a slot',
  description:
    'The guest and the hosts are invited by mail; where the hosts have to approve it, they are asked first. Whoever comes second is told the nearest free slots.',
  auth: { kind: 'anyone' },
  params: eventTypeParams,
  body: bookBody,
  answer: { status: 201, description: 'The booking.', schema: booking },
  problems: [
    'not-found',
    'link-spent',
    'slot-taken',
    'time-mismatch',
    'already-booked',
    'meeting-over',
    'too-many-holds',
    'too-many-requests',
    'guest-busy',
    'guest-is-host',
    'attendee-is-organizer',
    'attendee-twice',
    'engine-unavailable',
  ],
  handler: async ({ deps, actor, params, body, requestKey, counted }) =>
    presentBooking(
      await bookSlot(deps, actor, {
        eventTypeId: named(params).id,
        startMs: body.startsAt,
        lengthMinutes: body.lengthMinutes,
        token: body.link,
        guest: body.guest,
        filled: body.answers ?? {},
        holdId: body.holdId,
        counted,
        requestKey,
      }),
    ),
});

/** @throws NotPermitted for what cannot be an id */
function named(
  { eventTypeId }: { eventTypeId: string },
  token?: string,
): { id: string; token: string | undefined } {
  if (!isUuid(eventTypeId)) throw new NotPermitted('The event type');
  return { id: eventTypeId, token };
}

export const bookingRoutes: readonly Route[] = [slotsRoute, explainRoute, holdRoute, bookRoute];
