import type { Instant } from '../time/instant.ts';
import { newAttendee } from './attendees.ts';
import { idsFor, type Invite } from './attendee-id.ts';
import {
  change,
  refuse,
  type ChangeParts,
  type Decision,
  type Invited,
  type RefusalCode,
} from './decision.ts';
import type { AttendeeAdded, AttendeeRemoved } from './events.ts';
import { calendarMessage } from './messages.ts';
import { schedulingProblem } from './moving.ts';
import { approve, withdrawalOf } from './proposals.ts';
import { attendeeOf, type BookingState } from './state.ts';

/** More people than meet in one call; each of them costs a mail with every change. */
export const MOST_ATTENDEES = 100;

/** The reason of a cancellation for somebody who is taken out; mails have the words for it. */
export const TAKEN_OUT = 'taken-out';

/** Why a meeting cannot be with these people, or null when it can. */
export function sizeProblem({ attendees }: BookingState): RefusalCode | null {
  if (attendees.length > MOST_ATTENDEES) return 'too-many-attendees';
  if (attendees.length < 2) return 'too-few-attendees';
  return attendees.some(({ role }) => role === 'host') ? null : 'last-host';
}

/** The meeting with those who are invited now, each under an id that nobody in it ever had. */
export function inviteAll(
  state: BookingState,
  invites: readonly Invite[],
): { next: BookingState; invited: Invited[] } {
  const ids = idsFor([...state.attendees.map(({ id }) => id), ...state.removed], invites);
  const made = invites.map((invite, at) => newAttendee(ids[at]!, invite, state.sequence));
  return {
    next: { ...state, attendees: [...state.attendees, ...made] },
    invited: invites.map(({ requestId, required }, at) => ({ id: ids[at]!, requestId, required })),
  };
}

/**
 * Somebody else is invited, at the meeting's SEQUENCE. In the calendars of the others nothing changes: each has an invitation of
 * their own. What was proposed waits for those who were asked.
 */
export function decideAttendeeAdded(state: BookingState, event: AttendeeAdded, nowMs: Instant): Decision {
  const problem = schedulingProblem(state, nowMs);
  if (problem) return refuse(problem);
  const { next, invited } = inviteAll(state, [event.invite]);
  const size = sizeProblem(next);
  if (size) return refuse(size);
  return change(next, event, nowMs, {
    messages: invited.map(({ id }) => calendarMessage('invitation', next, id, { nowMs, cause: event.key })),
    invited,
    story: invited.map(({ id }) => ({ what: 'attendee-added', by: 'backend', about: id })),
  });
}

/**
 * Somebody is taken out: they alone get a CANCEL (RFC 5546 §3.2.5), at the meeting's SEQUENCE and with a later DTSTAMP: with a higher
 * one an invitation that comes after it, should they be added again, would be old. What they proposed is taken back; what
 * waited for them alone is approved.
 */
export function decideAttendeeRemoved(state: BookingState, event: AttendeeRemoved, nowMs: Instant): Decision {
  const { attendeeId: id } = event;
  const problem = schedulingProblem(state, nowMs);
  if (problem) return refuse(problem);
  if (!attendeeOf(state, id)) return refuse('not-attending');
  const withdrawn = state.proposals.filter(({ proposedBy }) => proposedBy === id);
  const next = without(state, id);
  const size = sizeProblem(next);
  if (size) return refuse(size);
  const taken = withdrawn.map((proposal) => withdrawalOf(next, proposal, 'parley', nowMs));
  const parts: ChangeParts = {
    messages: [
      calendarMessage('cancellation', state, id, { nowMs, cause: event.key, reason: TAKEN_OUT }),
      ...taken.flatMap(({ messages }) => messages),
    ],
    proposals: [
      ...taken.map(({ ended }) => ended),
      ...next.proposals.map((proposal) => ({ proposal, status: 'pending' as const, decidedBy: null })),
    ],
    story: [
      { what: 'attendee-removed', by: 'backend', about: id },
      ...withdrawn.map(() => ({ what: 'proposal-withdrawn' as const, by: 'parley' })),
    ],
  };
  const agreed = next.proposals.find(({ waitsFor, startMs }) => waitsFor.length === 0 && startMs > nowMs);
  return agreed ? approve(next, agreed, event, nowMs, parts) : change(next, event, nowMs, parts);
}

/** The meeting without somebody, and without what they proposed; nobody waits for them any more. */
const without = (state: BookingState, gone: string): BookingState => ({
  ...state,
  attendees: state.attendees.filter(({ id }) => id !== gone),
  removed: [...state.removed, gone],
  proposals: state.proposals
    .filter(({ proposedBy }) => proposedBy !== gone)
    .map((proposal) => ({
      ...proposal,
      asked: proposal.asked.filter((id) => id !== gone),
      waitsFor: proposal.waitsFor.filter((id) => id !== gone),
    })),
});
