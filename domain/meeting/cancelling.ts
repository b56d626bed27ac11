import type { Instant } from '../time/instant.ts';
import type { AttendeeId } from './attendee-id.ts';
import { isTooLate, mayCancel } from './changing.ts';
import { change, refuse, type ChangeParts, type Decision, type RefusalCode } from './decision.ts';
import type { Cancelled, MeetingEvent } from './events.ts';
import { calendarMessage } from './messages.ts';
import { requestsDeclined } from './requesting.ts';
import { expireAllProposals, schedulingProblem } from './moving.ts';
import { attendeeOf, isBooking, isOver, isUnbooked, type BookingState, type MeetingState } from './state.ts';

/** The backend deletes the meeting, or somebody who may do so cancels it before it starts. */
export function decideCancelled(state: MeetingState, event: Cancelled, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  const { attendeeId: by = 'backend', reason } = event;
  const problem = event.attendeeId === undefined ? null : problemOf(state, event.attendeeId, nowMs);
  return problem
    ? refuse(problem)
    : cancel(state, event, nowMs, { reason, by, story: [{ what: 'cancelled', by }] });
}

function problemOf(state: MeetingState, id: string, nowMs: Instant): RefusalCode | null {
  // Who waits for the hosts of a booking may take it back until they have decided.
  if (isBooking(state) && isUnbooked(state) && state.proposals.some(({ proposedBy }) => proposedBy === id))
    return null;
  const problem = schedulingProblem(state, nowMs);
  if (problem) return problem;
  const attendee = isBooking(state) ? attendeeOf(state, id) : undefined;
  if (!isBooking(state) || !attendee) return 'not-attending';
  if (!mayCancel(attendee, state)) return 'may-not-cancel';
  return isTooLate(attendee, state, nowMs) ? 'too-late-to-change' : null;
}

/**
 * Ends the meeting; everybody who is invited gets METHOD:CANCEL at the next SEQUENCE, once (RFC 5546 §3.2.5).
 *
 * @param parts `by`: whose doing it is; absent: nobody's
 */
export function cancel(
  state: MeetingState,
  event: MeetingEvent,
  nowMs: Instant,
  { story, ...why }: Pick<ChangeParts, 'story'> & Why,
): Decision {
  const { next, ...told } = isBooking(state) ? uninvite(state, nowMs, why) : { next: state };
  const video = { ...state.video, phase: 'closed' as const, present: [] };
  return change({ ...next, status: 'cancelled', video }, event, nowMs, {
    ...told,
    video: state.video.phase === 'ready' ? 'close' : null,
    story,
  });
}

interface Why {
  reason: string;
  /** An attendee's id, or `backend`. */
  by?: AttendeeId;
}

function uninvite(
  state: BookingState,
  nowMs: Instant,
  { reason, by }: Why,
): Pick<ChangeParts, 'messages' | 'proposals'> & { next: BookingState } {
  const proposals = expireAllProposals(state);
  const over = { ...state, proposals: [] };
  // Nobody is invited yet; who waits for the hosts of a booking, and they themselves, learn that there is nothing to wait for.
  if (isUnbooked(state))
    return { next: over, messages: requestsDeclined(state, nowMs, by ?? 'parley'), proposals };
  const next = { ...over, sequence: state.sequence + 1 };
  const messages = next.attendees.map(({ id, role }) =>
    calendarMessage('cancellation', next, id, {
      ...{ nowMs, cause: 'cancelled', reason },
      by: by !== 'backend' ? by : role === 'guest' ? onlyHostOf(next) : undefined,
    }),
  );
  return { next, messages, proposals };
}

/** Of what is offered to all, whatever cancels it at its side is the one host's doing for a guest. */
function onlyHostOf({ eventTypeId, attendees }: BookingState): AttendeeId | undefined {
  const [host, another] = attendees.filter(({ role }) => role === 'host');
  return eventTypeId !== undefined && !another ? host?.id : undefined;
}
