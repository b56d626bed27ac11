import { spend } from './budgets.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { AnswerHeld } from './events.ts';
import { plainMessage } from './messages.ts';
import type { Attendee } from './attendees.ts';
import { isOver, isUnbooked, withAttendee, type BookingState } from './state.ts';
import type { Instant } from '../time/instant.ts';

const ASKED_KEPT = 50;

/**
 * The attendee is asked, at their own address, whether the answer in their name is their own; until then it changes nothing.
 * About the same answer of the same sender they are asked once, and so often a day about all.
 */
export function decideAnswerHeld(
  state: BookingState,
  event: AnswerHeld,
  { id, asked }: Attendee,
  nowMs: Instant,
): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (isUnbooked(state)) return refuse('not-booked');
  if (asked.includes(event.fingerprint)) return refuse('not-due');
  const spent = spend(state, id, 'questions', nowMs);
  if (spent.kind === 'refusal') return spent;
  const next = withAttendee(spent.state, id, { asked: [...asked, event.fingerprint].slice(-ASKED_KEPT) });
  return change(next, event, nowMs, {
    messages: [{ ...plainMessage('confirm-answer', state, id, event.key, nowMs), held: event.held }],
    story: [{ what: 'answer-held', by: 'parley' }, ...spent.story],
  });
}
