import { cancel } from './cancelling.ts';
import { change, refuse, type Decision } from './decision.ts';
import type { Answered } from './events.ts';
import { isOver, type Answer, type Instant, type MeetingState, type TimelineWord } from './state.ts';

const WORDS: Record<Answered['partstat'], TimelineWord> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/** The reason of a cancellation by the strict policy; mails and pages have the words for it. */
export const DECLINED_BY_A_PARTY = 'declined-by-a-party';

/**
 * An attendee's REPLY. The newest by SEQUENCE, then DTSTAMP counts (RFC 5546 §2.1.5); one to an earlier SEQUENCE
 * was about another time and changes nothing. Under the strict policy a decline before the start cancels for both;
 * once the meeting is live it is only recorded.
 */
export function decideAnswered(state: MeetingState, event: Answered, nowMs: Instant): Decision {
  if (isOver(state)) return refuse('meeting-over');
  if (state.status === 'open') return refuse('not-booked');
  // An attendee must not raise SEQUENCE; where a client does, its answer is to what we sent last.
  const answer: Answer = {
    partstat: event.partstat,
    sequence: Math.min(event.sequence, state.sequence),
    dtstampMs: event.dtstampMs,
  };
  if (answer.sequence < state.sequence || isOlder(answer, state.answers[event.role])) {
    return change(state, event, nowMs, { story: [{ what: 'stale-answer', by: event.role }] });
  }
  const answered: MeetingState = { ...state, answers: { ...state.answers, [event.role]: answer } };
  if (event.partstat === 'DECLINED' && state.policy === 'strict' && state.status === 'scheduled') {
    return cancel(answered, event, nowMs, {
      reason: DECLINED_BY_A_PARTY,
      story: [
        { what: 'declined', by: event.role },
        { what: 'cancelled', by: 'parley' },
      ],
    });
  }
  return change(answered, event, nowMs, { story: [{ what: WORDS[event.partstat], by: event.role }] });
}

/** Two answers of the same second are told apart by their arrival alone, so the later one counts. */
const isOlder = (answer: Answer, than: Answer): boolean =>
  answer.sequence < than.sequence || (answer.sequence === than.sequence && answer.dtstampMs < than.dtstampMs);
