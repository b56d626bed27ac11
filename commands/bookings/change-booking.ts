import { isBooked, meetingById, type BookedMeeting } from '../../adapters/postgres/booked-meetings.ts';
import type { TimeRange } from '../../domain/time/instant.ts';
import type { Actor } from '../../policies/actor.ts';
import { NotPermitted } from '../../policies/not-permitted.ts';
import { requireBooking, type Booking, type BookingName } from '../../queries/bookings.ts';
import { cancelKnown } from '../meetings/cancel-meeting.ts';
import type { MeetingDeps } from '../meetings/meeting-input.ts';

/** A booking that was looked up for who may change it, and its meeting. @throws NotPermitted */
export async function openBooking(
  deps: MeetingDeps,
  actor: Actor,
  named: BookingName,
): Promise<{ booking: Booking; meeting: BookedMeeting }> {
  const booking = await requireBooking(deps, actor, 'booking.change', named);
  const meeting = await meetingById(deps.knex, booking.tenantId, booking.id);
  if (!isBooked(meeting)) throw new NotPermitted('The booking');
  return { booking, meeting };
}

/**
 * A host cancels a booking, or gives a hold back; one that is cancelled stays as it is.
 *
 * @throws NotPermitted; MeetingRefused when it took place; EngineUnavailable
 */
export async function cancelBooking(
  deps: MeetingDeps,
  actor: Actor,
  named: BookingName & { reason: string },
): Promise<void> {
  const { meeting } = await openBooking(deps, actor, named);
  await cancelKnown(deps, meeting, named.reason);
}

/**
 * A host moves a booking without asking, also to a time that is not offered; everybody is invited anew.
 *
 * @throws NotPermitted; MeetingRefused, MeetingNotRunning, EngineUnavailable
 */
export async function moveBooking(
  deps: MeetingDeps,
  actor: Actor,
  named: BookingName & { time: TimeRange; requestKey: string },
): Promise<void> {
  const { meeting } = await openBooking(deps, actor, named);
  const { startMs, endMs } = named.time;
  await deps.meetings.update(meeting.uid, {
    type: 'moved',
    key: `moved/${named.requestKey}`,
    door: 'api',
    sequence: meeting.sequence + 1,
    startMs,
    endMs,
  });
}
