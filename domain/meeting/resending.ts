import type { Instant } from '../time/instant.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { ResendRequested } from './events.ts';
import { refreshMessage } from './messages.ts';
import { attendeeOf, isOver, isUnbooked, type BookingState } from './state.ts';

/** The reason of an invitation that is sent again because the backend wants it; mails have the words for it. */
export const SENT_AGAIN = 'sent-again';

/** The newest invitation goes out once more, to one attendee or to all, with how each stands. */
export function decideResendRequested(state: BookingState, event: ResendRequested, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (isUnbooked(state)) return refuse('not-booked');
  const { attendeeId: id } = event;
  const attendee = id === null ? null : attendeeOf(state, id);
  if (attendee === undefined) return refuse('not-attending');
  const receivers = attendee === null ? state.attendees : [attendee];
  return change(state, event, nowMs, {
    messages: receivers.map((to) => ({ ...refreshMessage(state, to, event.key, nowMs), reason: SENT_AGAIN })),
    story: [{ what: 'invited-again', by: 'backend', about: id ?? undefined }],
  });
}
