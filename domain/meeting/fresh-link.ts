import { spend } from './budgets.ts';
import { askingProblem } from './changing.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { LinkRequested } from './events.ts';
import { plainMessage } from './messages.ts';
import { schedulingProblem } from './moving.ts';
import { attendeeOf, type BookingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** A fresh "Request new time" link goes to the attendee's own mailbox, as long as the meeting can still move. */
export function decideLinkRequested(state: BookingState, event: LinkRequested, nowMs: Instant): Decision {
  const who = attendeeOf(state, event.attendeeId);
  const problem = schedulingProblem(state, nowMs) ?? (who ? askingProblem(who, state, nowMs) : null);
  if (problem) return refuse(problem);
  const spent = spend(state, event.attendeeId, 'links', nowMs);
  if (spent.kind === 'refusal') return spent;
  return change(spent.state, event, nowMs, {
    messages: [plainMessage('fresh-link', state, event.attendeeId, event.key, nowMs)],
    story: [{ what: 'link-requested', by: event.attendeeId }, ...spent.story],
  });
}
