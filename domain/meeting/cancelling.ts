import type { Instant } from '../time/instant.ts';
import type { Attendee } from './attendees.ts';
import { isTooLate } from './changing.ts';
import { change, refuse, type ChangeParts, type Decision, type RefusalCode } from './decision.ts';
import type { Cancelled, MeetingEvent } from './events.ts';
import { calendarMessages } from './messages.ts';
import { requestsDeclined } from './requesting.ts';
import { expireAllProposals, schedulingProblem } from './moving.ts';
import { attendeeOf, isBooking, isOver, isUnbooked, type BookingState, type MeetingState } from './state.ts';

/** Whether somebody who takes part may cancel for everybody: a host, and whose decline alone would do so. */
export const mayCancel = (
  attendee: Pick<Attendee, 'role' | 'required'>,
  meeting: Pick<BookingState, 'policy'>,
): boolean => attendee.role === 'host' || isNeeded(attendee, meeting);

/** Whether the meeting does not take place without them. */
export const isNeeded = (
  { required }: Pick<Attendee, 'required'>,
  { policy }: Pick<BookingState, 'policy'>,
): boolean => required && policy === 'strict';

/** The backend deletes the meeting, or somebody who may do so cancels it before it starts. */
export function decideCancelled(state: MeetingState, event: Cancelled, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  const { attendeeId: by = 'backend', reason } = event;
  const problem = event.attendeeId === undefined ? null : problemOf(state, event.attendeeId, nowMs);
  return problem
    ? refuse(problem)
    : cancel(state, event, nowMs, { reason, story: [{ what: 'cancelled', by }] });
}

function problemOf(state: MeetingState, id: string, nowMs: Instant): RefusalCode | null {
  const problem = schedulingProblem(state, nowMs);
  if (problem) return problem;
  const attendee = isBooking(state) ? attendeeOf(state, id) : undefined;
  if (!isBooking(state) || !attendee) return 'not-attending';
  if (!mayCancel(attendee, state)) return 'may-not-cancel';
  return isTooLate(attendee, state, nowMs) ? 'too-late-to-change' : null;
}

/** Ends the meeting; everybody who is invited gets METHOD:CANCEL at the next SEQUENCE, once (RFC 5546 §3.2.5). */
export function cancel(
  state: MeetingState,
  event: MeetingEvent,
  nowMs: Instant,
  { reason, story }: Pick<ChangeParts, 'story'> & { reason: string },
): Decision {
  const { next, ...told } = isBooking(state) ? uninvite(state, nowMs, reason) : { next: state };
  const video = { ...state.video, phase: 'closed' as const, present: [] };
  return change({ ...next, status: 'cancelled', video }, event, nowMs, {
    ...told,
    video: state.video.phase === 'ready' ? 'close' : null,
    story,
  });
}

function uninvite(
  state: BookingState,
  nowMs: Instant,
  reason: string,
): Pick<ChangeParts, 'messages' | 'proposals'> & { next: BookingState } {
  const proposals = expireAllProposals(state);
  const over = { ...state, proposals: [] };
  // Nobody is invited yet; who waits for the hosts of a booking, and they themselves, learn that there is nothing to wait for.
  if (isUnbooked(state)) return { next: over, messages: requestsDeclined(state, nowMs), proposals };
  const next = { ...over, sequence: state.sequence + 1 };
  const messages = calendarMessages('cancellation', next, { nowMs, cause: 'cancelled', reason });
  return { next, messages, proposals };
}
