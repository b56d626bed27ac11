import { change, refuse, type Decision } from './decision.ts';
import type { DelegationTried } from './events.ts';
import { plainMessage } from './messages.ts';
import { isOver, type Instant, type MeetingState } from './state.ts';

const PAUSE_MS = 24 * 3_600_000;

/** An invitation is a person's: who wants to send somebody else is told that nobody can go in their place, once a day. */
export function decideDelegationTried(state: MeetingState, event: DelegationTried, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status === 'open') return refuse('not-booked');
  const told = state.timeline.some(
    ({ what, by, atMs }) => what === 'delegation-refused' && by === event.role && nowMs < atMs + PAUSE_MS,
  );
  if (told) return refuse('not-due');
  return change(state, event, nowMs, {
    messages: [plainMessage('delegation-refused', state, event.role, event.key, nowMs)],
    story: [{ what: 'delegation-refused', by: event.role }],
  });
}
