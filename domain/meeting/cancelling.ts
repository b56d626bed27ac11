import type { Instant } from '../time/instant.ts';
import type { AttendeeId } from './attendee-id.ts';
import type { Attendee } from './attendees.ts';
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
  const messages = next.attendees.map(({ id, role }) => {
    const named = namedBy(next, by, role);
    return calendarMessage('cancellation', next, id, {
      ...{ nowMs, cause: 'cancelled', reason },
      ...(named !== undefined && { by: named }),
    });
  });
  return { next, messages, proposals };
}

/**
 * Whom a cancellation names: of what is offered to all who did it, for a guest also the one host whose side did. Several who were
 * invited together are not told which of them it was.
 */
function namedBy(
  { eventTypeId, attendees }: BookingState,
  by: AttendeeId | undefined,
  role: Attendee['role'],
): AttendeeId | undefined {
  if (eventTypeId === undefined) return undefined;
  if (by !== 'backend') return by;
  const [host, another] = attendees.filter((one) => one.role === 'host');
  return role === 'guest' && !another ? host?.id : undefined;
}
