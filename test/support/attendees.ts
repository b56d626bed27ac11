import type { Answer, Attendee } from '../../domain/meeting/attendees.ts';
import type { AttendeeId, Role } from '../../domain/meeting/attendee-id.ts';
import { attendeeOf, isBooking, type BookingState, type MeetingState } from '../../domain/meeting/state.ts';

/** The meeting as one with attendees; fails for one of a room. */
export function bookingIn(state: MeetingState): BookingState {
  if (!isBooking(state)) throw new Error('the meeting has no attendees');
  return state;
}

export function attendeeIn(state: MeetingState, id: AttendeeId): Attendee {
  const attendee = attendeeOf(bookingIn(state), id);
  if (!attendee) throw new Error(`the meeting has no ${id}`);
  return attendee;
}

export const answerOf = (state: MeetingState, id: AttendeeId): Answer => attendeeIn(state, id).answer;

export const otherRole = (role: Role): Role => (role === 'host' ? 'guest' : 'host');
