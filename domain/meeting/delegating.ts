import { spend } from './budgets.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { DelegationTried } from './events.ts';
import { plainMessage } from './messages.ts';
import { isOver, isUnbooked, type BookingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** An invitation is a person's: who wants to send somebody else is told that nobody can go in their place, once a day. */
export function decideDelegationTried(state: BookingState, event: DelegationTried, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (isUnbooked(state)) return refuse('not-booked');
  const spent = spend(state, event.attendeeId, 'delegations', nowMs);
  if (spent.kind === 'refusal') return spent;
  return change(spent.state, event, nowMs, {
    messages: [plainMessage('delegation-refused', state, event.attendeeId, event.key, nowMs)],
    story: [{ what: 'delegation-refused', by: event.attendeeId }],
  });
}
