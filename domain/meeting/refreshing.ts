import { spend } from './budgets.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { RefreshRequested } from './events.ts';
import { refreshMessage } from './messages.ts';
import { isOver, type MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** REFRESH gets the newest REQUEST again (RFC 5546 §3.2.6), so often a day. */
export function decideRefreshRequested(
  state: MeetingState,
  event: RefreshRequested,
  nowMs: Instant,
): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status === 'open') return refuse('not-booked');
  const spent = spend(state, event.role, 'refreshes', nowMs);
  if (spent.kind === 'refusal') return spent;
  return change(state, event, nowMs, {
    next: { used: spent.used },
    messages: [refreshMessage(state, event.role, event.key, nowMs)],
    story: [{ what: 'refreshed', by: event.role }, ...spent.story],
  });
}
