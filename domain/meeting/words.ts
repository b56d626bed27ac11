import { change, refuse, type Decision } from './decision.ts';
import type { TextReceived } from './events.ts';
import { askingProblem } from './changing.ts';
import { plainMessage } from './messages.ts';
import { schedulingProblem } from './moving.ts';
import type { Attendee } from './attendees.ts';
import { withAttendee, type BookingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** Within this time words of one attendee are answered once: two programs that answer each other stop here. */
export const TEXT_ANSWER_PAUSE_MS = 24 * 3_600_000;

/** Words get links to answer and to ask for another time, as long as the meeting can still move. */
export function decideTextReceived(
  state: BookingState,
  event: TextReceived,
  attendee: Attendee,
  nowMs: Instant,
): Decision {
  const { id, textAnsweredMs: lastMs } = attendee;
  const problem = schedulingProblem(state, nowMs);
  if (problem) return refuse(problem);
  if (lastMs !== null && nowMs < lastMs + TEXT_ANSWER_PAUSE_MS) return refuse('not-due');
  const suggestion = askingProblem(attendee, state, nowMs) === null ? event.suggestion : null;
  const answer = plainMessage('text-answer', state, id, event.key, nowMs);
  return change(withAttendee(state, id, { textAnsweredMs: nowMs }), event, nowMs, {
    messages: [
      {
        ...answer,
        ...(suggestion !== null && { suggestion }),
        ...(event.leaning && { leaning: event.leaning }),
      },
    ],
    story: [{ what: 'wrote', by: id }],
  });
}
