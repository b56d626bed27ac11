import type { Instant } from '../time/instant.ts';
import { change, refuse, type ChangeParts, type Decision } from './decision.ts';
import type { Cancelled, MeetingEvent } from './events.ts';
import { calendarMessages } from './messages.ts';
import { expireAllProposals } from './moving.ts';
import { isBooking, isOver, type BookingState, type MeetingState } from './state.ts';

/** The backend deletes the meeting. */
export function decideCancelled(state: MeetingState, event: Cancelled, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  return cancel(state, event, nowMs, { reason: event.reason, story: [{ what: 'cancelled', by: 'backend' }] });
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
  if (state.status === 'open') return { next: state };
  const next = { ...state, sequence: state.sequence + 1, proposals: [] };
  return {
    next,
    messages: calendarMessages('cancellation', next, { nowMs, cause: 'cancelled', reason }),
    proposals: expireAllProposals(state),
  };
}
