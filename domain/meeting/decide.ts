import type { Instant } from '../time/instant.ts';
import { decideAnswered } from './answers.ts';
import { decideAttendeeAdded, decideAttendeeRemoved, decideReassigned } from './attending.ts';
import { decideBooked, decideHeld } from './booking.ts';
import { decideBounced } from './bouncing.ts';
import { decideCancelled } from './cancelling.ts';
import { decideDeadline } from './deadline.ts';
import { refuse, type Decision } from './decision.ts';
import { decideDelegationTried } from './delegating.ts';
import type { MeetingEvent } from './events.ts';
import { decideCalendarEvent, decideCalendarEventRemoved } from './feed.ts';
import { decideLinkRequested } from './fresh-link.ts';
import { decideAnswerHeld } from './holding.ts';
import { decideMoved } from './moving.ts';
import { decideApproved, decideDeclined, decideProposed, decideWithdrawn } from './proposals.ts';
import { decideRefreshRequested } from './refreshing.ts';
import { decideResendRequested } from './resending.ts';
import {
  attendeeOf,
  isBooking,
  isUnbooked,
  type BookingState,
  type MeetingState,
  type RoomMeetingState,
} from './state.ts';
import { decideOpened } from './unscheduled.ts';
import { decideJoined, decideLeft } from './video.ts';
import { decideTextReceived } from './words.ts';

/**
 * The meeting's rules, all of them: what `event` at `nowMs` means for `state`.
 * Pure; the same three always give the same decision.
 */
export function decide(state: MeetingState, event: MeetingEvent, nowMs: Instant): Decision {
  switch (event.type) {
    case 'cancelled':
      return decideCancelled(state, event, nowMs);
    case 'joined':
      return decideJoined(state, event, nowMs);
    case 'left':
      return decideLeft(state, event, nowMs);
    case 'deadline':
      return decideDeadline(state, event, nowMs);
    case 'calendar-event':
    case 'calendar-event-removed':
    case 'opened':
      return isBooking(state) ? refuse('not-booked') : decideForRoom(state, event, nowMs);
    default:
      return isBooking(state) ? decideForBooking(state, event, nowMs) : refuse('not-booked');
  }
}

type RoomEvent = Extract<MeetingEvent, { type: 'calendar-event' | 'calendar-event-removed' | 'opened' }>;
type CommonEvent = Extract<MeetingEvent, { type: 'cancelled' | 'joined' | 'left' | 'deadline' }>;
type BookingEvent = Exclude<MeetingEvent, RoomEvent | CommonEvent>;

/** What the calendar of a room says is for the meetings in it, and only one that is in none is begun by somebody. */
function decideForRoom(state: RoomMeetingState, event: RoomEvent, nowMs: Instant): Decision {
  if ((event.type === 'opened') !== (state.source === 'unscheduled')) return refuse('not-booked');
  switch (event.type) {
    case 'calendar-event':
      return decideCalendarEvent(state, event, nowMs);
    case 'calendar-event-removed':
      return decideCalendarEventRemoved(state, event, nowMs);
    case 'opened':
      return decideOpened(state, event, nowMs);
  }
}

function decideForBooking(state: BookingState, event: BookingEvent, nowMs: Instant): Decision {
  // Whoever was taken out is in it no more, whatever they still send.
  if ('attendeeId' in event && event.attendeeId !== null && state.removed.includes(event.attendeeId)) {
    return refuse('not-attending');
  }
  switch (event.type) {
    case 'held':
      return decideHeld(state, event, nowMs);
    case 'booked':
      return decideBooked(state, event, nowMs);
    case 'attendee-added':
      return decideAttendeeAdded(state, event, nowMs);
    case 'attendee-removed':
      return decideAttendeeRemoved(state, event, nowMs);
    case 'reassigned':
      return decideReassigned(state, event, nowMs);
    case 'resend-requested':
      return decideResendRequested(state, event, nowMs);
    case 'moved':
      return decideMoved(state, event, nowMs);
    default:
      return decideForAttendee(state, event, nowMs);
  }
}

type BackendEvent = Extract<
  BookingEvent,
  {
    type:
      'held' | 'booked' | 'attendee-added' | 'attendee-removed' | 'reassigned' | 'resend-requested' | 'moved';
  }
>;

/** What an attendee does, or what happens to mail to them. */
function decideForAttendee(
  state: BookingState,
  event: Exclude<BookingEvent, BackendEvent>,
  nowMs: Instant,
): Decision {
  const attendee = attendeeOf(state, event.attendeeId);
  if (!attendee) return refuse(isUnbooked(state) ? 'not-booked' : 'not-attending');
  switch (event.type) {
    case 'answered':
      return decideAnswered(state, event, attendee, nowMs);
    case 'delegation-tried':
      return decideDelegationTried(state, event, nowMs);
    case 'proposed':
      return decideProposed(state, event, nowMs);
    case 'withdrawn':
      return decideWithdrawn(state, event, nowMs);
    case 'approved':
      return decideApproved(state, event, nowMs);
    case 'declined':
      return decideDeclined(state, event, nowMs);
    case 'link-requested':
      return decideLinkRequested(state, event, nowMs);
    case 'answer-held':
      return decideAnswerHeld(state, event, attendee, nowMs);
    case 'refresh-requested':
      return decideRefreshRequested(state, event, attendee, nowMs);
    case 'text-received':
      return decideTextReceived(state, event, attendee, nowMs);
    case 'bounced':
      return decideBounced(state, event, attendee, nowMs);
  }
}
