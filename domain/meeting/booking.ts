import type { Instant } from '../time/instant.ts';

import { change, refuse, type Decision, type Invited, type RefusalCode } from './decision.ts';
import type { Booked, DeadlineReached, Held } from './events.ts';
import { agreed, bookedThemselves, inviteAll, scheduled, sizeProblem } from './inviting.ts';
import { calendarMessages } from './messages.ts';
import { requestApproval } from './requesting.ts';
import { isOver, isUnbooked, type BookingState } from './state.ts';

/** A meeting holds its time: it did so from its beginning, and now that is told. */
export function decideHeld(state: BookingState, event: Held, nowMs: Instant): Decision {
  const isNew = state.status === 'held' && state.revision === 0;
  return isNew
    ? change(state, event, nowMs, { story: [{ what: 'held', by: 'parley' }] })
    : refuse('already-booked');
}

/** Time that was held is given back. Nobody was invited yet, so nobody is told. */
export const endHold = (state: BookingState, event: DeadlineReached, nowMs: Instant): Decision =>
  change({ ...state, status: 'cancelled' }, event, nowMs, {
    story: [{ what: 'hold-ended', by: 'parley' }],
  });

/**
 * An open or held meeting is taken: everybody gets their invitation at SEQUENCE 0. Where its hosts have to approve it, they are asked
 * first, and it is held until they have. Who books what is offered to all has accepted it with that.
 */
export function decideBooked(state: BookingState, event: Booked, nowMs: Instant): Decision {
  const problem = bookingProblem(state, nowMs);
  if (problem) return refuse(problem);
  const { next: all, invited } = inviteAll(state, event.invites);
  const bookers = state.eventTypeId === undefined ? [] : invited.map(({ id }) => id);
  const next = bookedThemselves(all, bookers);
  const size = sizeProblem(next);
  if (size) return refuse(size);
  if (state.approvalMs !== undefined)
    return requestApproval(next, event, nowMs, { invited, approvalMs: state.approvalMs });
  const booked = scheduled(agreed(next, bookers, nowMs), nowMs);
  return change(booked, event, nowMs, {
    messages: calendarMessages('invitation', booked, { nowMs, cause: 'booked' }),
    invited,
    story: [{ what: 'booked', by: bookedBy(state, invited) }],
  });
}

/** What is offered to all is booked by its guest. */
const bookedBy = ({ eventTypeId }: BookingState, [guest]: readonly Invited[]): string =>
  eventTypeId !== undefined && guest ? guest.id : 'backend';

function bookingProblem(state: BookingState, nowMs: Instant): RefusalCode | null {
  if (isOver(state)) return 'meeting-over';
  if (!isUnbooked(state) || state.proposals.length > 0) return 'already-booked';
  if (state.status === 'held' && state.hold && state.hold.untilMs <= nowMs) return 'meeting-over';
  return state.startMs <= nowMs ? 'time-past' : null;
}
