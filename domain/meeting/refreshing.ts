import { spend } from './budgets.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { RefreshRequested } from './events.ts';
import { refreshMessage } from './messages.ts';
import type { Attendee } from './attendees.ts';
import { isOver, isUnbooked, type BookingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** REFRESH gets the newest REQUEST again (RFC 5546 §3.2.6), so often a day. */
export function decideRefreshRequested(
  state: BookingState,
  event: RefreshRequested,
  attendee: Attendee,
  nowMs: Instant,
): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (isUnbooked(state)) return refuse('not-booked');
  const spent = spend(state, event.attendeeId, 'refreshes', nowMs);
  if (spent.kind === 'refusal') return spent;
  return change(spent.state, event, nowMs, {
    messages: [refreshMessage(state, attendee, event.key, nowMs)],
    story: [{ what: 'refreshed', by: event.attendeeId }, ...spent.story],
  });
}
