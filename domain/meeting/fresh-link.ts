import { spend } from './budgets.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { LinkRequested } from './events.ts';
import { plainMessage } from './messages.ts';
import { schedulingProblem } from './moving.ts';
import type { MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

/** A fresh "Request new time" link goes to the party's own mailbox, as long as the meeting can still move. */
export function decideLinkRequested(state: MeetingState, event: LinkRequested, nowMs: Instant): Decision {
  const problem = schedulingProblem(state, nowMs);
  if (problem) return refuse(problem);
  const spent = spend(state, event.role, 'links', nowMs);
  if (spent.kind === 'refusal') return spent;
  return change(state, event, nowMs, {
    next: { used: spent.used },
    messages: [plainMessage('fresh-link', state, event.role, event.key, nowMs)],
    story: [{ what: 'link-requested', by: event.role }, ...spent.story],
  });
}
