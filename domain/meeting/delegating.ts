import { spend } from './budgets.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { DelegationTried } from './events.ts';
import { plainMessage } from './messages.ts';
import { isOver, type MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** An invitation is a person's: who wants to send somebody else is told that nobody can go in their place, once a day. */
export function decideDelegationTried(state: MeetingState, event: DelegationTried, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status === 'open') return refuse('not-booked');
  const spent = spend(state, event.role, 'delegations', nowMs);
  if (spent.kind === 'refusal') return spent;
  return change(state, event, nowMs, {
    next: { used: spent.used },
    messages: [plainMessage('delegation-refused', state, event.role, event.key, nowMs)],
    story: [{ what: 'delegation-refused', by: event.role }],
  });
}
