import type { Instant } from '../time/instant.ts';
import { change, refuse, type ChangeParts, type Decision } from './decision.ts';
import type { AttendeeAdded, AttendeeRemoved, Reassigned } from './events.ts';
import { agreed, bookedThemselves, inviteAll, sizeProblem, hasSeat } from './inviting.ts';
import { calendarMessage, proposalMessage, refreshMessage, toHosts } from './messages.ts';
import type { MessageSpec } from './message-spec.ts';
import type { AttendeeId } from './attendee-id.ts';
import type { Proposal } from './proposal.ts';
import { expireAllProposals, schedulingProblem } from './moving.ts';
import { approve, withdrawalOf } from './proposals.ts';
import { attendeeOf, leave, type BookingState } from './state.ts';

/** The reason of a cancellation for somebody who is taken out; mails have the words for it. */
export const TAKEN_OUT = 'taken-out';

/** The reason of what tells that another host has it, for guests and for who had it; mails have the words for it. */
export const HANDED_OVER = 'handed-over';

/**
 * Somebody else is invited, or has booked a seat, at the meeting's SEQUENCE. In the calendars of the others nothing changes: each has an invitation of
 * their own. What was proposed waits for those who were asked.
 */
export function decideAttendeeAdded(state: BookingState, event: AttendeeAdded, nowMs: Instant): Decision {
  const problem = schedulingProblem(state, nowMs);
  if (problem) return refuse(problem);
  // What was booked for one alone has no seat for somebody else who books.
  const isFull = event.booked === true && state.seats === undefined;
  if (event.invite.role === 'guest' && (isFull || !hasSeat(state))) return refuse('seats-taken');
  const { next: all, invited } = inviteAll(state, [event.invite]);
  const bookers = event.booked ? invited.map(({ id }) => id) : [];
  const next = agreed(bookedThemselves(all, bookers), bookers, nowMs);
  const size = sizeProblem(next);
  if (size) return refuse(size);
  return change(next, event, nowMs, {
    messages: invited.flatMap(({ id }) => [
      calendarMessage('invitation', next, id, { nowMs, cause: event.key }),
      ...(event.booked ? toHosts('guest-booked', next, id, event.key, nowMs) : []),
    ]),
    invited,
    story: invited.map(({ id }) =>
      event.booked ? { what: 'booked', by: id } : { what: 'attendee-added', by: 'backend', about: id },
    ),
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

/**
 * Another host takes the place of one: who had it gets a CANCEL, who has it an invitation, and the guests theirs once more, which says
 * whom they meet. The meeting's time and its SEQUENCE stay. What was proposed ends with it, which everybody is told who proposed it or was asked.
 */
export function decideReassigned(state: BookingState, event: Reassigned, nowMs: Instant): Decision {
  const { attendeeId: id } = event;
  const problem = schedulingProblem(state, nowMs);
  if (problem) return refuse(problem);
  if (attendeeOf(state, id)?.role !== 'host') return refuse('not-attending');
  const { next, invited } = inviteAll({ ...without(state, id), proposals: [] }, [event.invite]);
  const about = { nowMs, cause: event.key };
  const handedOver = { reason: HANDED_OVER, about: invited[0]?.id ?? null };
  return change(next, event, nowMs, {
    messages: [
      { ...calendarMessage('cancellation', state, id, about), ...handedOver },
      ...invited.map((one) => calendarMessage('invitation', next, one.id, about)),
      ...next.attendees
        .filter(({ role }) => role === 'guest')
        .map((guest) => ({
          ...refreshMessage(next, guest, event.key, nowMs),
          ...handedOver,
          former: id,
          ...endedFor(state, guest.id),
        })),
      ...endedApart(state, next, nowMs),
    ],
    invited,
    proposals: expireAllProposals(state),
    story: [
      { what: 'attendee-removed', by: 'backend', about: id },
      ...invited.map((one) => ({ what: 'reassigned' as const, by: 'backend', about: one.id })),
      ...state.proposals.map(() => ({ what: 'proposal-expired' as const, by: 'parley' })),
    ],
  });
}

const concerns = ({ proposedBy, asked }: Proposal, id: AttendeeId): boolean =>
  proposedBy === id || asked.includes(id);

/** A calendar that asked by COUNTER has its answer for itself (RFC 5546 §3.2.8). */
const isAnsweredApart = ({ proposedBy, door }: Proposal, id: AttendeeId): boolean =>
  proposedBy === id && door === 'mail';

/** What ends with a change of hosts, for a guest who is told of that. */
function endedFor({ proposals }: BookingState, id: AttendeeId): Pick<MessageSpec, 'also'> {
  const ended = proposals.filter((one) => concerns(one, id) && !isAnsweredApart(one, id));
  const also = ended.map((proposal) => ({ kind: 'proposal-expired' as const, proposal, about: null }));
  return also.length > 0 ? { also } : {};
}

/** The same for those who get a mail of its own about it: hosts who stay, and who asked by COUNTER. */
const endedApart = (
  { proposals, attendees }: BookingState,
  next: BookingState,
  nowMs: Instant,
): MessageSpec[] =>
  proposals.flatMap((proposal) =>
    attendees
      .filter(({ id }) => attendeeOf(next, id) !== undefined && concerns(proposal, id))
      .filter(({ id, role }) => role === 'host' || isAnsweredApart(proposal, id))
      .map(({ id }) =>
        proposalMessage('proposal-expired', next, id, proposal, nowMs, { reason: HANDED_OVER }),
      ),
  );

/** The meeting without somebody, and without what they proposed; nobody waits for them any more. */
const without = (state: BookingState, gone: string): BookingState => ({
  ...leave(state, gone),
  proposals: state.proposals
    .filter(({ proposedBy }) => proposedBy !== gone)
    .map((proposal) => ({
      ...proposal,
      asked: proposal.asked.filter((id) => id !== gone),
      waitsFor: proposal.waitsFor.filter((id) => id !== gone),
    })),
});
