import type { Instant } from '../time/instant.ts';
import { inviteAll, sizeProblem } from './attending.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { Booked } from './events.ts';
import { calendarMessages } from './messages.ts';
import { isOver, type BookingState } from './state.ts';

/** An open meeting is taken: everybody gets their invitation at SEQUENCE 0. */
export function decideBooked(state: BookingState, event: Booked, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status !== 'open') return refuse('already-booked');
  if (state.startMs <= nowMs) return refuse('time-past');
  const { next, invited } = inviteAll(
    { ...state, status: 'scheduled', remindedUntilMs: nowMs },
    event.invites,
  );
  const problem = sizeProblem(next);
  if (problem) return refuse(problem);
  return change(next, event, nowMs, {
    messages: calendarMessages('invitation', next, { nowMs, cause: 'booked' }),
    invited,
    story: [{ what: 'booked', by: 'backend' }],
  });
}
