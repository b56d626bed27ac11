import { isBooked, meetingById, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import { createOutbox } from '../../adapters/postgres/outbox.ts';
import type { Actor } from '../../policies/actor.ts';
import { InvalidInput } from '../invalid-input.ts';
import { meetingInput } from '../meetings/meeting-input.ts';
import { openSlot, refuseSlot, type BookingDeps, type SlotRequest } from './slot-request.ts';
import { heldEvent, takeSlot } from './take-slot.ts';

/**
 * Holds a slot while somebody fills in a form, for ten minutes unless configured: a meeting in status `held`, whose timer gives it back.
 *
 * @throws NotPermitted; InvalidInput a length that the event type has not, or one with seats; SlotTaken, TooManyHolds; EngineUnavailable
 */
export async function holdSlot(
  deps: BookingDeps,
  actor: Actor,
  request: SlotRequest,
): Promise<BookedMeeting> {
  const { tenant, bookable, lengthMinutes, heldBy } = await openSlot(deps, actor, request);
  const { eventType } = bookable;
  if (eventType.seats > 1)
    throw new InvalidInput('eventTypeId', 'has seats for several guests, which are booked and not held');
  const taken = await takeSlot(deps, tenant, bookable, {
    ...{ id: request.requestKey, startMs: request.startMs, lengthMinutes, heldBy },
    expiresMs: deps.clock.nowMs() + deps.config.bookingHoldMs,
  });
  if (taken?.kind !== 'held') throw await refuseSlot(deps, eventType, lengthMinutes, request.startMs);
  const { meeting } = taken;
  const event = heldEvent(meeting.id);
  await deps.meetings.hold(meetingInput(meeting, deps), event);
  await createOutbox(deps.knex).delivered(event.key);
  const now = await meetingById(deps.knex, tenant.id, meeting.id);
  return isBooked(now) ? now : meeting;
}
