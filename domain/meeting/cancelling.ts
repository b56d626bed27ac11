import { change, refuse, type ChangeParts, type Decision } from './decision.ts';
import type { Cancelled, MeetingEvent } from './events.ts';
import { calendarMessages } from './messages.ts';
import { expireAllProposals } from './moving.ts';
import { isOver, sourceOf, type MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** The backend deletes the meeting. */
export function decideCancelled(state: MeetingState, event: Cancelled, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  return cancel(state, event, nowMs, { reason: event.reason, story: [{ what: 'cancelled', by: 'backend' }] });
}

/** Ends the meeting; both parties, where it has them, get METHOD:CANCEL at the next SEQUENCE, once (RFC 5546 §3.2.5). */
export function cancel(
  state: MeetingState,
  event: MeetingEvent,
  nowMs: Instant,
  why: Pick<ChangeParts, 'story'> & { reason: string },
): Decision {
  const invited = state.status !== 'open' && sourceOf(state) === 'booking';
  const next = {
    status: 'cancelled' as const,
    sequence: invited ? state.sequence + 1 : state.sequence,
    proposals: [],
    video: { ...state.video, phase: 'closed' as const, present: [] },
  };
  return change(state, event, nowMs, {
    next,
    messages: invited
      ? calendarMessages(
          'cancellation',
          { ...state, ...next },
          { nowMs, cause: 'cancelled', reason: why.reason },
        )
      : [],
    proposals: expireAllProposals(state),
    video: state.video.phase === 'ready' ? 'close' : null,
    story: why.story,
  });
}
