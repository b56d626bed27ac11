import { spend } from './budgets.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { AnswerHeld } from './events.ts';
import { plainMessage } from './messages.ts';
import { isOver, type MeetingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

const ASKED_KEPT = 50;

/**
 * The party is asked, at its own address, whether the answer in its name is its own; until then it changes nothing.
 * About the same answer of the same sender it is asked once, and so often a day about all.
 */
export function decideAnswerHeld(state: MeetingState, event: AnswerHeld, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status === 'open') return refuse('not-booked');
  const asked = state.asked[event.role];
  if (asked.includes(event.fingerprint)) return refuse('not-due');
  const spent = spend(state, event.role, 'questions', nowMs);
  if (spent.kind === 'refusal') return spent;
  return change(state, event, nowMs, {
    next: {
      used: spent.used,
      asked: { ...state.asked, [event.role]: [...asked, event.fingerprint].slice(-ASKED_KEPT) },
    },
    messages: [{ ...plainMessage('confirm-answer', state, event.role, event.key, nowMs), held: event.held }],
    story: [{ what: 'answer-held', by: 'parley' }, ...spent.story],
  });
}
