import { change, refuse, type Decision } from './decision.ts';
import type { Booked } from './events.ts';
import { calendarMessages } from './messages.ts';
import { isOver, type MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** The guest takes an open meeting: both get their invitation at SEQUENCE 0. */
export function decideBooked(state: MeetingState, event: Booked, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status !== 'open') return refuse('already-booked');
  if (state.startMs <= nowMs) return refuse('time-past');
  const next = { status: 'scheduled' as const };
  return change(state, event, nowMs, {
    next,
    messages: calendarMessages('invitation', { ...state, ...next }, { nowMs, cause: 'booked' }),
    story: [{ what: 'booked', by: 'backend' }],
  });
}
