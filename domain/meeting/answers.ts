import { cancel } from './cancelling.ts';
import { isNeeded, isTooLate } from './changing.ts';
import { change, refuse, type Decision, type RefusalCode } from './decision.ts';
import type { Answered } from './events.ts';
import type { Answer, Attendee } from './attendees.ts';
import { calendarMessage, toHosts } from './messages.ts';
import type { MessageSpec } from './message-spec.ts';
import { schedulingProblem } from './moving.ts';
import { isOver, isUnbooked, leave, withAttendee, type BookingState } from './state.ts';
import type { TimelineWord } from './timeline-word.ts';
import type { Instant } from '../time/instant.ts';

const WORDS: Record<Answered['partstat'], TimelineWord> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};

/** The reason of a cancellation by the strict policy; mails and pages have the words for it. */
export const DECLINED_BY_AN_ATTENDEE = 'declined-by-an-attendee';

/** The reason of a cancellation for one of many guests, who has given the seat back; mails have the words for it. */
export const SEAT_GIVEN_BACK = 'seat-given-back';

/**
 * An attendee's REPLY, or their answer by a link, which is to what its page shows. The newest by SEQUENCE, then DTSTAMP counts (RFC 5546 §2.1.5); one to an earlier SEQUENCE
 * was about another time and changes nothing. Under the strict policy the decline of a required attendee before the
 * start cancels for all; an optional one's, one that comes when it is too late to change anything, or one to a meeting that is
 * live, is only recorded; of a guest of what is offered to all the hosts are told, who would wait for them.
 */
export function decideAnswered(
  state: BookingState,
  event: Answered,
  attendee: Attendee,
  nowMs: Instant,
): Decision {
  const by = attendee.id;
  const byLink = event.door === 'link';
  if (isOver(state)) return refuse('meeting-over');
  if (isUnbooked(state)) return refuse('not-booked');
  const problem = byLink ? problemByLink(state, event, nowMs) : null;
  if (problem) return refuse(problem);
  // An attendee must not raise SEQUENCE; where a client does, its answer is to what we sent last.
  const sequence = Math.min(event.sequence, state.sequence);
  const givenMs = Math.min(event.dtstampMs, nowMs);
  const isLate = !byLink && isOlder({ sequence, dtstampMs: givenMs }, attendee.answer, nowMs);
  if (sequence < state.sequence || isLate) {
    return change(state, event, nowMs, { story: [{ what: 'stale-answer', by }] });
  }
  const undated = event.undated === true || event.dtstampMs > nowMs;
  const answer: Answer = {
    partstat: event.partstat,
    sequence,
    dtstampMs: undated ? givenMs - UNDATED_MS : givenMs,
  };
  const answered = withAttendee(state, by, { answer });
  if (event.partstat === 'DECLINED' && givesSeatBack(state, attendee)) {
    const next = leave(answered, by);
    return change(next, event, nowMs, {
      messages: [
        calendarMessage('cancellation', state, by, { nowMs, cause: event.key, reason: SEAT_GIVEN_BACK }),
        ...toHosts('guest-declined', state, by, event.key, nowMs).map((told) => ({
          ...told,
          seats: seatsOf(next),
        })),
      ],
      story: [
        { what: 'declined', by },
        { what: 'seat-freed', by },
      ],
    });
  }
  const isCancelled = isNeeded(attendee, state) && !isTooLate(attendee, state, nowMs);
  if (event.partstat === 'DECLINED' && isCancelled && state.status === 'scheduled') {
    return cancel(answered, event, nowMs, {
      reason: DECLINED_BY_AN_ATTENDEE,
      by,
      story: [
        { what: 'declined', by },
        { what: 'cancelled', by: 'parley' },
      ],
    });
  }
  return change(answered, event, nowMs, {
    messages: event.partstat === 'DECLINED' ? notComing(answered, attendee, event.key, nowMs) : [],
    story: [{ what: WORDS[event.partstat], by }],
  });
}

/** Whoever waits for the guest of a booking that stands, and does not know yet, is told. */
const notComing = (
  state: BookingState,
  { id, role, answer }: Attendee,
  cause: string,
  nowMs: Instant,
): MessageSpec[] =>
  state.eventTypeId === undefined || role !== 'guest' || answer.partstat === 'DECLINED'
    ? []
    : toHosts('guest-declined', state, id, cause, nowMs);

/** One of many guests who does not come makes room for another one. */
const givesSeatBack = (state: BookingState, { role }: Attendee): boolean =>
  state.seats !== undefined && role === 'guest' && state.status === 'scheduled';

function seatsOf({ attendees, seats = 0 }: BookingState): NonNullable<MessageSpec['seats']> {
  const coming = attendees.filter(({ role }) => role === 'guest').length;
  return { coming, free: Math.max(seats - coming, 0) };
}

/** Until the meeting starts; whoever pressed the button of a page that shows another time has to look again. */
const problemByLink = (state: BookingState, { sequence }: Answered, nowMs: Instant): RefusalCode | null =>
  schedulingProblem(state, nowMs) ?? (sequence < state.sequence ? 'stale-sequence' : null);

/**
 * Whoever's clock is wrong may correct the answer by a program whose clock is right: mail takes minutes, so that what
 * was given a little before an undated answer arrived is no older than it.
 */
const UNDATED_MS = 5 * 60_000;

/**
 * DTSTAMP counts seconds: two answers of the same one are told apart by their arrival alone, so the later one counts.
 * What is stored with a time to come says nothing of its age.
 */
const isOlder = (answer: Pick<Answer, 'sequence' | 'dtstampMs'>, than: Answer, nowMs: Instant): boolean =>
  answer.sequence < than.sequence ||
  (answer.sequence === than.sequence &&
    than.dtstampMs <= nowMs &&
    secondOf(answer.dtstampMs) < secondOf(than.dtstampMs));

const secondOf = (ms: Instant): number => Math.floor(ms / 1_000);
